#include "office_ask.h"

#include <ctype.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "ask/ask.h"
#include "office_file.h"
#include "say/tr.h"

#define NONE "-"

static bool is_none(const char *answer)
{
	return strcmp(answer, NONE) == 0;
}

static const char *ask_code(struct app *app, const char *answer)
{
	size_t n = strlen(answer);

	(void)app;
	return is_none(answer) ||
			       (n > 0 && n <= 12 && strspn(answer, "0123456789") == n)
		   ? NULL
		   : _("the code of an area is of at most 12 digits");
}

static const char *ask_areas(struct app *app, const char *answer)
{
	return is_none(answer) || access(answer, R_OK) == 0
		   ? NULL
		   : arena_strdup(app->arena, strerror(errno));
}

static const char *ask_login(struct app *app, const char *answer)
{
	static const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789_";

	(void)app;
	return is_none(answer) || (islower((unsigned char)*answer) &&
				   strlen(answer) <= 31 &&
				   strspn(answer, letters) == strlen(answer))
		   ? NULL
		   : _("a login is of at most 31 small letters, digits and _");
}

/* Names of all jobs there are; whether answer is one of them. */
static const char *jobs(struct app *app, const char *answer, bool *known)
{
	const char *all = "";

	for (const struct module *const *m = app->modules; *m; m++)
		for (const struct job *j = (*m)->jobs; j && j->name; j++) {
			*known |= strcmp(j->name, answer) == 0;
			all = arena_printf(app->arena, "%s%s%s", all, *all ? ", " : "",
					   j->name);
		}
	return all;
}

static const char *ask_job(struct app *app, const char *answer)
{
	bool known = false;
	const char *all = jobs(app, answer, &known);

	return known ? NULL : arena_printf(app->arena, _("there are: %s"), all);
}

/* Answers are never written over a file. */
static const char *ask_new_file(struct app *app, const char *answer)
{
	(void)app;
	return !*answer			    ? _("a name is needed")
	       : access(answer, F_OK) == 0 ? _("such a one is there already")
					    : NULL;
}

enum { DB, REGION, AREAS, OFFICE_ANSWERS };
static const struct question of_office[] = {
	{ "db", N_("folder of the office's own database"), NULL, ask_words },
	{ "region", N_("code of the area it serves, - for the whole"), NONE, ask_code },
	{ "areas", N_("file of areas (area,name,parent), - for none yet"), NONE,
	  ask_areas },
	{ 0 }
};

enum { LOGIN, JOB, NAME, AREA, PERSON_ANSWERS };
static const struct question of_login[] = {
	{ "login", N_("login of one who works there, - for nobody more"), NONE,
	  ask_login },
	{ 0 }
};
static const struct question of_person[] = {
	{ "job", N_("job of this login"), "clerk", ask_job },
	{ "name", N_("name of the person"), NULL, ask_words },
	{ "region", N_("code of the area of this login, - for the whole office"), NONE,
	  ask_code },
	{ 0 }
};
static const struct question of_file[] = {
	{ "file", N_("file that keeps these answers"), "office.conf", ask_new_file },
	{ 0 }
};

/* One setting of the file; nothing for what was not answered. */
static const char *setting(struct arena *a, const char *name, const char *answer)
{
	return is_none(answer) ? ""
			       : arena_printf(a, "%s = %s; ", name,
					      ask_quoted(a, answer));
}

static bool is_taken(const char *persons, struct arena *a, const char *login)
{
	return strstr(persons, arena_printf(a, "{ login = \"%s\";", login)) != NULL;
}

/* Everybody, as the file has them; NULL with e. */
static const char *ask_persons(struct app *app, struct err *e)
{
	struct arena *a = app->arena;
	const char *v[PERSON_ANSWERS], *all = "";

	for (int n = 0; n < OFFICE_STAFF_MOST;) {
		if (!ask_all(app, of_login, v, e))
			return NULL;
		if (is_none(v[LOGIN]))
			break;
		if (is_taken(all, a, v[LOGIN])) {
			fprintf(stderr, "  %s\n", _("such a one is there already"));
			continue;
		}
		if (!ask_all(app, of_person, v + JOB, e))
			return NULL;
		all = arena_printf(a,
				   "%s%s\t{ login = \"%s\"; job = \"%s\"; "
				   "name = %s; %s}",
				   all, *all ? ",\n" : "", v[LOGIN], v[JOB],
				   ask_quoted(a, v[NAME]),
				   setting(a, "region", v[AREA]));
		n++;
	}
	return all;
}

static bool write_answers(const char *path, const char *text, struct err *e)
{
	FILE *f = fopen(path, "wx");
	bool ok = f && fputs(text, f) >= 0;

	if (f)
		ok = fclose(f) == 0 && ok;
	return ok || ERR(e, ERR_SYSTEM, "%s: %s", path, strerror(errno));
}

const char *office_ask(struct app *app, struct err *e)
{
	const char *v[OFFICE_ANSWERS], *file, *persons;
	struct arena *a = app->arena;
	bool ignored = false;

	if (!ask_all(app, of_office, v, e))
		return NULL;
	fprintf(stderr, _("Jobs: %s\n"), jobs(app, "", &ignored));
	persons = ask_persons(app, e);
	if (!persons || !ask_all(app, of_file, &file, e))
		return NULL;
	if (!write_answers(file,
			   arena_printf(a, "%s\nregion = %s;\n%s\nstaff = (\n%s );\n",
					setting(a, "db", v[DB]),
					is_none(v[REGION]) ? "0" : v[REGION],
					setting(a, "areas", v[AREAS]), persons),
			   e))
		return NULL;
	fprintf(stderr,
		_("The answers are in %s; steward office new %s goes on there.\n"), file,
		file);
	return file;
}
