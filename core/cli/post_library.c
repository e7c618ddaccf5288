#include "post_library.h"

#include <dlfcn.h>
#include <unistd.h>

#include "base/file.h"
#include "host/connect.h"
#include "say/tr.h"

const void *post_library(struct arena *a, const char *file, const char *symbol,
			 struct err *e)
{
	const char *path = connect_library(a, file);
	int fd = file_open_ours(path, e);
	void *handle = fd >= 0 ? dlopen(path, RTLD_NOW | RTLD_LOCAL) : NULL;
	const void *shown = handle ? dlsym(handle, symbol) : NULL;

	if (fd >= 0)
		close(fd);
	if (!shown) {
		ERR(e, ERR_SYSTEM, _("the library %s could not be loaded"), file);
		err_hint(e, _("It comes with steward; the administrator installs what "
			      "it needs."));
	}
	return shown;
}
