#include "manifest.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "host/cluster.h"
#include "say/tr.h"

#define HEAD	   "steward backup 1\n"
#define BYTES_MOST 10000

static const char *const names[MANIFEST_FIELDS] = { "program", "server",  "made", "user",
						    "seal",    "journal", "files" };

static const char *path_of(struct arena *a, const char *folder)
{
	return arena_printf(a, "%s/steward.backup", folder);
}

/* On the disk under a name of its own before it gets the one that counts. */
static bool publish(struct arena *a, const char *folder, struct err *e)
{
	const char *script =
	    "cd \"$0\" && sync -- steward.begun pgdata/backup_manifest && "
	    "mv -- steward.begun steward.backup && sync -- .";

	(void)a;
	return cluster_long_shell(folder, script, NULL, NULL, e);
}

bool manifest_write(struct arena *a, const char *folder, struct manifest *m,
		    struct err *e)
{
	const char *text = HEAD;

	for (int i = 0; i < MANIFEST_FIELDS; i++)
		text = arena_printf(a, "%s%s %s\n", text, names[i], m->values[i]);
	digest_bytes(text, strlen(text), m->digest);
	return cluster_write(arena_printf(a, "%s/steward.begun", folder), "we", text,
			     e) &&
	       publish(a, folder, e);
}

static const char *value_of(struct arena *a, const char *text, const char *name)
{
	const char *at = strstr(text, arena_printf(a, "\n%s ", name));

	if (!at)
		return NULL;
	at += strlen(name) + 2;
	return arena_strndup(a, at, strcspn(at, "\n"));
}

bool manifest_read(struct arena *a, const char *folder, struct manifest *m, struct err *e)
{
	const char *path = path_of(a, folder), *text;
	size_t n;

	if (access(path, F_OK) != 0) {
		ERR(e, ERR_INPUT, _("\"%s\" is no backup, or half a one"), folder);
		return err_hint(e, _("A backup that was not finished has no file "
				     "steward.backup; remove it and make another."));
	}
	text = file_text(a, file_open(path, e), path, BYTES_MOST, &n, e);
	if (!text)
		return false;
	digest_bytes(text, n, m->digest);
	for (int i = 0; i < MANIFEST_FIELDS; i++) {
		m->values[i] = value_of(a, text, names[i]);
		if (!m->values[i] || strncmp(text, HEAD, strlen(HEAD)) != 0)
			return ERR(e, ERR_INPUT,
				   _("\"%s\" is no list of a backup this program knows"),
				   path);
	}
	return true;
}

bool manifest_files(struct arena *a, const char *folder, char digest[DIGEST_TEXT],
		    struct err *e)
{
	int fd = file_open(arena_printf(a, "%s/pgdata/backup_manifest", folder), e);
	bool ok = fd >= 0 && digest_descriptor(fd, digest, e);

	if (fd >= 0)
		close(fd);
	return ok;
}
