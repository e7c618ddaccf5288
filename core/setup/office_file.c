#include "office_file.h"

#include <libconfig.h>
#include <string.h>

#include "base/text.h"
#include "settings/config_text.h"
#include "say/tr.h"

static bool fault(struct err *e, const char *path, int line, const char *what)
{
	ERR(e, ERR_USAGE, _("%s:%d: %s"), path, line, what);
	return err_hint(e, _("steward office new --help tells what the file has."));
}

static const char *text_of(struct arena *a, const config_setting_t *group,
			   const char *name)
{
	const config_setting_t *s = config_setting_get_member(group, name);
	const char *text = s ? config_setting_get_string(s) : NULL;

	if (s && config_setting_type(s) == CONFIG_TYPE_INT)
		return arena_printf(a, "%d", config_setting_get_int(s));
	return text && !text_has_unsafe(text, strlen(text)) ? arena_strdup(a, text)
							    : NULL;
}

/* Every name in the group is one of those known. */
static bool knows_all(const config_setting_t *group, const char *const *known,
		      const char *path, struct err *e)
{
	for (int i = 0; i < config_setting_length(group); i++) {
		const config_setting_t *s = config_setting_get_elem(group, (unsigned)i);
		int k = 0;

		while (known[k] && strcmp(known[k], config_setting_name(s)) != 0)
			k++;
		if (!known[k])
			return fault(e, path, (int)config_setting_source_line(s),
				     _("this is not a setting of an office"));
	}
	return true;
}

static bool take_staff(struct arena *a, const char *path, const config_setting_t *list,
		       struct office_file *f, struct err *e)
{
	static const char *const known[] = { "login", "job", "name", "region", NULL };
	int n = list ? config_setting_length(list) : 0;

	if (n > OFFICE_STAFF_MOST)
		return fault(e, path, (int)config_setting_source_line(list),
			     _("there are too many persons"));
	for (int i = 0; i < n; i++) {
		const config_setting_t *s = config_setting_get_elem(list, (unsigned)i);
		struct admin_login *l = &f->staff[i];

		if (!config_setting_is_group(s) || !knows_all(s, known, path, e))
			return e->code
				   ? false
				   : fault(e, path, (int)config_setting_source_line(s),
					   _("a person is { login, name, job }"));
		*l = (struct admin_login){ text_of(a, s, "login"), text_of(a, s, "job"),
					   text_of(a, s, "name"),
					   text_of(a, s, "region") };
		if (!l->login || !l->job || !l->display)
			return fault(e, path, (int)config_setting_source_line(s),
				     _("a person is { login, name, job }"));
	}
	f->staff[n] =
	    (struct admin_login){ "batch", "batch", N_("scheduled work"), NULL };
	return true;
}

static bool take(struct arena *a, const char *path, const config_setting_t *root,
		 struct office_file *f, struct err *e)
{
	static const char *const known[] = { "db", "region", "areas", "staff", NULL };

	if (!knows_all(root, known, path, e))
		return false;
	f->db = text_of(a, root, "db");
	f->region = text_of(a, root, "region");
	f->areas = text_of(a, root, "areas");
	if (!f->db || !f->region)
		return fault(e, path, 1, _("an office has db and region"));
	return take_staff(a, path, config_setting_get_member(root, "staff"), f, e);
}

bool office_file_read(struct arena *a, const char *path, struct office_file *f,
		      struct err *e)
{
	char *text = config_text(a, path, e);
	config_t parsed;
	bool ok;

	*f = (struct office_file){ 0 };
	if (!text)
		return false;
	config_init(&parsed);
	ok = config_read_string(&parsed, text)
		 ? take(a, path, config_root_setting(&parsed), f, e)
		 : fault(e, path, config_error_line(&parsed), config_error_text(&parsed));
	config_destroy(&parsed);
	return ok;
}
