/* Settings of this installation, read from one libconfig file that is checked whole
 * before use. */
#ifndef STEWARD_CONFIG_H
#define STEWARD_CONFIG_H

#include "base/arena.h"
#include "base/err.h"
#include "settings/keys.h"

struct config;

/* Reads the file; NULL with file, line and setting named when anything in it is wrong. */
struct config *config_load(struct arena *a, const char *path, struct err *e);

/* Folder of a private cluster or connection string; NULL. */
const char *config_db(const struct config *c);
/* After which a workbench nobody sits at is locked, or ends where nobody could prove who
 * comes back; 0: never.  After which it ends; 0: a locked one stays. */
int config_idle_minutes(const struct config *c);
int config_idle_end_minutes(const struct config *c);
int config_rest_seconds(const struct config *c);	/* 0: the connection stays */
/* Columns of what one terminal draws in one and another in two; 0: it is asked. */
int config_ambiguous_width(const struct config *c);
bool config_lean(const struct config *c);	/* the lines of this office are slow */
/* Folder of the journal of what leaves the house; NULL. */
const char *config_journal(const struct config *c);
const char *config_theme(const struct config *c);	/* path of a theme file */
/* Folder with parameters/ calculations/ rules/. */
const char *config_rules(const struct config *c);
const char *config_worker(const struct config *c);	/* path of steward-worker */
const char *config_modules(const struct config *c);	/* folder of the .so files */
const char *config_jurisdiction(const struct config *c);	/* "CN-330681" */

/* Names of the modules to load, in order; NULL at the end. */
const char *const *config_module_names(const struct config *c);

/* Keys of the workbench that stand in place of others; NULL: none. */
const struct key_setting *config_keys(const struct config *c);
const char *config_path(const struct config *c);	/* of the file, for errors */

#endif
