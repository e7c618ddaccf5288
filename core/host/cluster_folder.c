/* Folders of private clusters, which root gives to another user, and files in them. */
#include "cluster.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <limits.h>
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "cluster_private.h"

const struct passwd *cluster_user(struct err *e)
{
	const struct passwd *p = geteuid() ? getpwuid(geteuid()) : getpwnam("postgres");

	if (!p && geteuid() == 0)
		p = getpwnam("nobody");
	if (!p)
		ERR(e, ERR_SYSTEM, "there is no user to run the server as");
	return p;
}

static bool make_parents(const char *path, struct err *e)
{
	char part[PATH_MAX];

	snprintf(part, sizeof(part), "%s", path);
	for (char *p = part + 1; *p; p++) {
		if (*p != '/')
			continue;
		*p = '\0';
		if (mkdir(part, 0755) != 0 && errno != EEXIST)
			return err_errno(e, "could not make the folder \"%s\"", part);
		*p = '/';
	}
	return true;
}

static bool is_server_user(uid_t uid)
{
	struct err e = { 0 };
	const struct passwd *user = cluster_user(&e);

	return user && uid == user->pw_uid;
}

/* Whoever owns a folder above could put another one in the place of what root makes
 * there. */
static bool way_is_ours(const char *path, struct err *e)
{
	char part[PATH_MAX], *slash;

	snprintf(part, sizeof(part), "%s", path);
	while ((slash = strrchr(part, '/')) && slash != part) {
		*slash = '\0';
		if (access(part, F_OK) == 0) {
			*slash = '/';
			break;
		}
	}
	return geteuid() != 0 || file_place_is_ours(part, e);
}

bool cluster_folder_is_ours(const char *folder, struct err *e)
{
	struct stat st;

	if (lstat(folder, &st) != 0)
		return err_errno(e, "could not look at \"%s\"", folder);
	if (S_ISLNK(st.st_mode)) {
		ERR(e, ERR_DENIED, "\"%s\" is a link", folder);
		return err_hint(e, "Name the folder itself.");
	}
	if (!S_ISDIR(st.st_mode))
		return ERR(e, ERR_DENIED, "\"%s\" is not a folder", folder);
	if (st.st_uid != geteuid() && !is_server_user(st.st_uid)) {
		ERR(e, ERR_DENIED, "\"%s\" belongs to someone else", folder);
		return err_hint(e, "Name a folder of your own, or one that is not there "
				"yet.");
	}
	return way_is_ours(folder, e);
}

bool cluster_folder_is_empty(const char *folder)
{
	DIR *d = opendir(folder);
	const struct dirent *entry;
	int n = 0;

	while (d && (entry = readdir(d)))
		n += strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0;
	if (d)
		closedir(d);
	return d && n == 0;
}

/* From root to the server's user, and only what is empty: through the open folder, in
 * whose place nothing can be put. */
static bool give_folder(const char *path, struct err *e)
{
	const struct passwd *user = cluster_user(e);
	int fd = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	struct stat st;
	bool ok;

	if (!user || fd < 0 || fstat(fd, &st) != 0)
		ok = err_errno(e, "could not look at \"%s\"", path);
	else if (st.st_uid == user->pw_uid)
		ok = true;
	else if (!cluster_folder_is_empty(path))
		ok = ERR(e, ERR_DENIED, "the folder \"%s\" is not empty", path) ||
		     err_hint(e, "Name one that is not there yet.");
	else
		ok = fchown(fd, user->pw_uid, user->pw_gid) == 0 ||
		     err_errno(e, "could not give the folder \"%s\" to %s", path,
			       user->pw_name);
	if (fd >= 0)
		close(fd);
	return ok;
}

bool cluster_make_folder(const char *path, struct err *e)
{
	if (!way_is_ours(path, e) || !make_parents(path, e))
		return false;
	if (mkdir(path, 0755) != 0 && errno != EEXIST)
		return err_errno(e, "could not make the folder \"%s\"", path);
	return cluster_folder_is_ours(path, e) &&
	       (geteuid() != 0 || give_folder(path, e));
}

static gid_t root_groups[NGROUPS_MAX];
static int nroot_groups;

bool cluster_lower_rights(struct err *e)
{
	const struct passwd *user;

	if (geteuid() != 0)
		return true;
	user = cluster_user(e);
	nroot_groups = getgroups(NGROUPS_MAX, root_groups);
	return user && ((nroot_groups >= 0 && setgroups(1, &user->pw_gid) == 0 &&
			 setegid(user->pw_gid) == 0 && seteuid(user->pw_uid) == 0) ||
			err_errno(e, "could not become %s", user->pw_name));
}

void cluster_raise_rights(void)
{
	if (getuid() != 0 || nroot_groups < 0)
		return;
	if (seteuid(0) != 0 || setegid(getgid()) != 0 ||
	    setgroups((size_t)nroot_groups, root_groups) != 0)
		abort();
}

bool cluster_write(const char *path, const char *mode, const char *text, struct err *e)
{
	bool ok = cluster_lower_rights(e);
	FILE *f = ok ? fopen(path, mode) : NULL;

	if (ok && !f)
		ok = err_errno(e, "could not write \"%s\"", path);
	if (f) {
		ok = fputs(text, f) >= 0;
		ok = (fclose(f) == 0 && ok) ||
		     err_errno(e, "could not write \"%s\"", path);
	}
	cluster_raise_rights();
	return ok;
}

bool cluster_is_demo(const char *folder)
{
	char path[PATH_MAX];
	struct stat st;

	snprintf(path, sizeof(path), "%s/demo.ready", folder);
	return lstat(path, &st) == 0;
}
