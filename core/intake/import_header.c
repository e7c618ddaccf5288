#include "import_private.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/file.h"
#include "office/feed.h"

struct csv *import_reader(struct reading *r, struct err *e)
{
	int fd = fcntl(r->fd, F_DUPFD_CLOEXEC, 0);

	if (fd >= 0 && lseek(fd, 0, SEEK_SET) == 0)
		return csv_open_descriptor(fd, r->encoding, r->separator, e);
	err_errno(e, "could not read the file");
	if (fd >= 0)
		close(fd);
	return NULL;
}

/* Which of the feed's fields has this name; -1 for none. */
static int field_at(const struct feed *feed, const char *name)
{
	const struct field *f = feed_field(feed, name);

	return f ? (int)(f - feed->fields) : -1;
}

/* The loader has seen to it that all fields fit and what they name is there. */
static void plan_fields(const struct import_options *o, struct layout *l)
{
	const struct field *fields = o->feed->fields;

	for (; fields[l->n].name; l->n++) {
		const struct field *f = &fields[l->n];
		bool is_id = feed_is_id(f);

		l->ids += is_id;
		l->readers[l->n] = (struct field_reader){
			f, is_id ? feed_ident_kind(o->modules, feed_id_kind(f)) : NULL,
			field_at(o->feed, f->birth_of), field_at(o->feed, f->after),
			field_at(o->feed, f->sex_of)
		};
	}
}

static bool same(const struct csv_field *f, const char *name)
{
	return f->len == strlen(name) && memcmp(f->text, name, f->len) == 0;
}

/* *place is -1 where a column is missing that may be. */
static bool find_column(const struct csv_row *head, const struct field *field, int *place,
			struct err *e)
{
	const char *name = field->name;

	*place = -1;
	for (int i = 0; i < head->n && i < CSV_FIELDS; i++) {
		if (!same(&head->fields[i], name))
			continue;
		if (*place >= 0)
			return ERR(e, ERR_INPUT,
				   "column \"%s\" appears more than once in the header",
				   name);
		*place = i;
	}
	return *place >= 0 || field->may_lack ||
	       ERR(e, ERR_INPUT, "column \"%s\" is missing in the header", name);
}

static bool header_fault(const struct feed *feed, struct err *e)
{
	struct buf b;

	buf_init(&b, 4096);
	for (const struct field *f = feed->fields; f->name; f++)
		buf_printf(&b, "%s%s", b.len ? "," : "", f->name);
	err_hint(e, "The first line must be: %s", b.data);
	buf_done(&b);
	return false;
}

/* The office's own headings; then all rows have the feed's columns, in its order. */
static bool mapped_header(struct reading *r, const struct csv_row *head, struct layout *l,
			  struct err *e)
{
	l->columns = l->n;
	for (int i = 0; i < l->n; i++)
		l->place[i] = i;
	l->plan.days = map_days(&r->made);
	return map_header(r->map, r->o->feed, head, &l->plan, e) ||
	       err_hint(e, "steward feed map %s FILE proposes a map of this file.",
			r->o->feed->name);
}

/* The columns of the feed in any order, each once, and no others. */
bool import_header(struct csv *csv, struct reading *r, struct layout *l, struct err *e)
{
	const struct feed *feed = r->o->feed;
	struct csv_row head;
	int there = 0;

	plan_fields(r->o, l);
	if (!csv_head(csv, &head, e)) {
		if (e->code == ERR_NONE)
			ERR(e, ERR_INPUT, "the file is empty");
		return header_fault(feed, e);
	}
	if (r->map)
		return mapped_header(r, &head, l, e);
	for (int i = 0; i < l->n; i++) {
		if (!find_column(&head, &feed->fields[i], &l->place[i], e))
			return header_fault(feed, e);
		there += l->place[i] >= 0;
	}
	l->columns = map_width(&head, there);
	if (l->columns == there)
		return true;
	ERR(e, ERR_INPUT, "line 1 has %d columns instead of %d", l->columns, there);
	return header_fault(feed, e);
}

bool import_next(struct csv *csv, struct reading *r, const struct layout *l,
		 struct csv_row *row, struct err *e)
{
	if (!csv_next(csv, row, e))
		return false;
	if (r->map)
		map_row(r->map, r->o->feed, &l->plan, row, &r->mapped);
	return true;
}

/* The file as lines, with its first row alone where they have to be made. */
static struct csv *open_any(const struct import_options *o, enum lines_form *form,
			    struct err *e)
{
	struct lines_shape shape = map_shape(NULL);
	struct arena *a = arena_new();
	struct lines_made made = { .fd = -1 };
	struct csv *csv = NULL;
	int fd = file_open(o->path, e);

	if (fd >= 0 && lines_make(a, fd, &shape, 1, &made, e))
		csv = made.fd < 0
			  ? csv_open_descriptor(fd, o->encoding, o->separator, e)
			  : csv_open_descriptor(made.fd, "UTF-8", ',', e);
	*form = made.form;
	if (fd >= 0 && (!csv || made.fd >= 0))
		close(fd);
	arena_free(a);
	return csv;
}

bool import_is_own(const struct import_options *o)
{
	struct err ignored = { 0 };
	enum lines_form form;
	struct csv *csv = open_any(o, &form, &ignored);
	struct csv_row head;
	bool is_own = true;
	int place;

	if (csv && csv_head(csv, &head, &ignored))
		for (const struct field *f = o->feed->fields; is_own && f->name; f++)
			is_own = find_column(&head, f, &place, &ignored);
	csv_close(csv);
	/* Which of several sheets it is only a map knows. */
	return is_own && (csv || form != LINES_SHEET);
}

char *import_copy_command(struct arena *a, const struct feed *feed)
{
	struct buf b;
	char *text;

	buf_init(&b, 8192);
	buf_text(&b, "copy stage_in (line");
	for (const struct field *f = feed->fields; f->name; f++) {
		buf_printf(&b, ", \"%s\"", f->name);
		if (feed_is_id(f))
			buf_printf(&b, ", \"%s_birth\"", f->name);
	}
	buf_text(&b, ") from stdin (format binary)");
	text = arena_strdup(a, b.data);
	buf_done(&b);
	return text;
}
