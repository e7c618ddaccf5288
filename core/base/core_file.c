#include "core_file.h"

#include <sys/prctl.h>
#include <sys/resource.h>

/* The limit goes along to what is started; a collector is handed its copy in spite of
 * it, and not of the other. */
void core_file_none(void)
{
	static const struct rlimit none;

	setrlimit(RLIMIT_CORE, &none);
	prctl(PR_SET_DUMPABLE, 0);
}
