#include "feed_keep.h"

#include <string.h>

#include "base/buf.h"

#define SQL_MOST 65536

static const char *from_of(const struct kept_column *c)
{
	return c->from ? c->from : c->name;
}

static bool is_common(const struct kept_column *c)
{
	return strcmp(c->name, "region_code") == 0;
}

#define FRESH 0x100u	/* without what every table has */

/* The columns of some kinds, each by a pattern with its name for "$". */
static void add_columns(struct buf *b, const struct keep *k, unsigned kinds,
			const char *between, const char *pattern)
{
	bool is_first = true;

	for (const struct kept_column *c = k->columns; c->name; c++) {
		if (!(kinds & 1u << c->is) || ((kinds & FRESH) && is_common(c)))
			continue;
		if (!is_first)
			buf_text(b, between);
		for (const char *p = pattern; *p; p++)
			if (*p == '$')
				buf_text(b, c->name);
			else
				buf_add(b, p, 1);
		is_first = false;
	}
}

#define KEYS (1u << KEPT_KEY)
#define VALUES (1u << KEPT_VALUE | 1u << KEPT_FIRM)
#define FIRM (1u << KEPT_FIRM)
#define CHANGING (1u << KEPT_VALUE)
#define OTHERS (VALUES | 1u << KEPT_NOTE)
#define ALL (KEYS | OTHERS)

static bool has(const struct keep *k, unsigned kinds)
{
	for (const struct kept_column *c = k->columns; c->name; c++)
		if (kinds & 1u << c->is)
			return true;
	return false;
}

/* Rows of stage by the table's names. */
static void add_said(struct buf *b, const struct keep *k, const struct keep_ways *w)
{
	buf_printf(b, "(select line, person_id, region_code%s",
		   w->is_new ? ", is_known" : "");
	for (const struct kept_column *c = k->columns; c->name; c++)
		if (!is_common(c))
			buf_printf(b, ", %s as \"%s\"", from_of(c), c->name);
	buf_printf(b, " from stage%s%s)", k->only ? " where " : "",
		   k->only ? k->only : "");
}

static void add_join(struct buf *b, const struct keep *k)
{
	buf_text(b, "t.person_id = s.person_id");
	if (has(k, KEYS))
		buf_text(b, " and ");
	add_columns(b, k, KEYS, " and ", "t.$ = s.$");
}

#define OVERRULED "current_setting('steward.overrule', true)"

/* Rows of bad, which are in doubt, become questions; what was asked before is not asked
 * again, however it was answered. */
static void add_asking(struct buf *b, const struct keep_ways *w)
{
	buf_printf(b,
		   ", waits as (delete from stage x using bad where x.line = bad.line"
		   " returning x.line, x.person_id, x.region_code, bad.say, bad.about,"
		   " bad.why, to_jsonb(x) as body, row_sha('%s', to_jsonb(x)) as sha),"
		   " known as (insert into told (line, said) select line, 'same' from"
		   " waits w where exists (select from staged_row r where r.sha = w.sha"
		   " and r.state <> 'applied') returning line)"
		   " insert into staged_row (person_id, batch_id, line, region_code,"
		   " kind, why, say, about, body, sha) select person_id, $1, line,"
		   " region_code, 'contradiction', why, say, about, body, sha from waits"
		   " where line not in (select line from known); ", w->feed);
}

/* A row of the list that differs in a column that no file changes waits for a clerk, as
 * the whole row it was. */
static void add_firm(struct buf *b, const struct keep *k, const struct keep_ways *w)
{
	bool is_firm = has(k, FIRM), is_decided = k->is_decided && has(k, CHANGING);

	if (!is_firm && !is_decided)
		return;
	buf_printf(b,
		   "with bad as (select distinct on (s.line) s.line, d.name as why,"
		   " jsonb_build_array('%%s file: %%s is %%s, the file says %%s', '%s',"
		   " d.name, d.was, d.now) as say, jsonb_build_object('column', d.name,"
		   " 'known', d.was, 'told', d.now) as about from ", w->feed);
	add_said(b, k, w);
	buf_printf(b, " s join %s t on ", k->table);
	add_join(b, k);
	buf_text(b, " cross join lateral (values ");
	add_columns(b, k, FIRM, ", ", "('$', t.$::text, s.$::text, true)");
	if (is_decided) {
		buf_text(b, is_firm ? ", " : "");
		add_columns(b, k, CHANGING, ", ",
			    "('$', t.$::text, s.$::text, t.batch_id = 0)");
	}
	buf_text(b, ") d (name, was, now, counts) where d.counts and"
		    " d.was is distinct from d.now and "
		    OVERRULED " is distinct from 'on')");
	add_asking(b, w);
}

/* What the sender has told of a person and does not tell any more. */
static void add_gone(struct buf *b, const struct keep *k, const struct keep_ways *w)
{
	buf_printf(b,
		   "with bad as (select distinct on (s.line) s.line,"
		   " jsonb_build_array('%%s file: %%s is not told any more', '%s', '%s')"
		   " as say, '{}'::jsonb as about,"
		   " '%s' as why from %s t join batch b on b.batch_id = t.batch_id and"
		   " b.feed = '%s' join (select * from stage where not coalesce((%s),"
		   " false)) s on s.person_id = t.person_id where (%s) and " OVERRULED
		   " is distinct from 'on')", w->feed, k->gone, k->gone, k->table,
		   w->feed, k->only, k->gone_if);
	add_asking(b, w);
	buf_printf(b,
		   "with gone as (delete from %s t using batch b, (select * from stage"
		   " where not coalesce((%s), false)) s where b.batch_id = t.batch_id and"
		   " b.feed = '%s' and s.person_id = t.person_id and (%s) and " OVERRULED
		   " = 'on' returning t.person_id, t.batch_id, t.line, t.region_code,"
		   " to_jsonb(t) as body, s.line as by_line)"
		   " insert into earlier_row (person_id, region_code, kept_in, body,"
		   " batch_id, line, by_batch, by_line) select person_id, region_code,"
		   " '%s', body, batch_id, line, $1, by_line from gone"
		   " on conflict do nothing; ", k->table, k->only, w->feed, k->gone_if,
		   k->table);
}

/* A later row of the same file about the same thing counts; what it differs from is
 * kept like a row of an earlier file. */
static void add_met(struct buf *b, const struct keep *k, const struct keep_ways *w)
{
	buf_text(b,
		 "with said as materialized (select s.*,"
		 " row_number() over w as _nth, (0");
	add_columns(b, k, VALUES, "", ", $");
	buf_text(b, ") is distinct from (0");
	add_columns(b, k, VALUES, "", ", first_value($) over w");
	buf_text(b, ") as _odd from ");
	add_said(b, k, w);
	buf_text(b, " s window w as (partition by person_id");
	add_columns(b, k, KEYS, "", ", $");
	buf_text(b, " order by line desc)), met as materialized (select s.*,"
		    " t.person_id is not null as _was, t.person_id is not null and (0");
	add_columns(b, k, VALUES, "", ", t.$");
	buf_text(b, ") is distinct from (0");
	add_columns(b, k, VALUES, "", ", s.$");
	buf_printf(b, ") as _differs from said s left join %s t on ", k->table);
	add_join(b, k);
	buf_text(b, " where s._nth = 1)");
}

/* What the same sender told of the person under another key, and is not in this file. */
static void add_former(struct buf *b, const struct keep *k, const struct keep_ways *w)
{
	buf_printf(b, ", former as (delete from %s t using met s, batch b where"
		   " t.person_id = s.person_id and (%s) and b.batch_id = t.batch_id and"
		   " b.feed = '%s' and (0", k->table, k->replaces, w->feed);
	add_columns(b, k, KEYS, "", ", t.$");
	buf_text(b, ") <> (0");
	add_columns(b, k, KEYS, "", ", s.$");
	buf_text(b, ") and not exists (select from said o where o.person_id ="
		    " t.person_id");
	add_columns(b, k, KEYS, "", " and o.$ = t.$");
	buf_printf(b, ") returning t.person_id, t.batch_id, t.line, t.region_code,"
		   " to_jsonb(t) as body, s.line as by_line), gone as (insert into"
		   " earlier_row (person_id, region_code, kept_in, body, batch_id, line,"
		   " by_batch, by_line) select person_id, region_code, '%s', body,"
		   " batch_id, line, $1, by_line from former on conflict do nothing)",
		   k->table);
}

static void add_writes(struct buf *b, const struct keep *k)
{
	buf_printf(b,
		   ", fresh as (insert into %s (person_id, region_code, batch_id, line",
		   k->table);
	add_columns(b, k, ALL | FRESH, "", ", $");
	buf_text(b, ") select person_id, region_code, $1, line");
	add_columns(b, k, ALL | FRESH, "", ", $");
	buf_text(b, " from met where not _was order by person_id)");
	if (!has(k, VALUES))
		return;
	buf_printf(b,
		   ", old as (insert into earlier_row (person_id, region_code, kept_in,"
		   " body, batch_id, line, by_batch, by_line) select s.person_id,"
		   " s.region_code, '%s', to_jsonb(t), t.batch_id, t.line, $1, s.line"
		   " from met s join %s t on ", k->table, k->table);
	add_join(b, k);
	buf_printf(b, " where s._differs on conflict do nothing), put as (update %s t set"
		   " batch_id = $1, line = s.line", k->table);
	add_columns(b, k, OTHERS, "", ", $ = s.$");
	buf_text(b, " from met s where s._differs and ");
	add_join(b, k);
	buf_text(b, ")");
}

static void add_whole(struct buf *b, const struct keep *k, const struct keep_ways *w)
{
	if (k->gone)
		add_gone(b, k, w);
	add_firm(b, k, w);
	add_met(b, k, w);
	add_writes(b, k);
	if (k->replaces)
		add_former(b, k, w);
	buf_printf(b,
		   " insert into told (line, said) select line, case when _differs then"
		   " 'corrected' when _was then 'same' else 'new' end from met where"
		   " _was%s union all select line, case when _odd then 'corrected' else"
		   " 'same' end from said where _nth > 1%s",
		   !w->has_several ? ""
		   : w->is_new	   ? " or is_known"
				   : " or true",
		   k->replaces
			   ? " union all select by_line, 'corrected' from former"
			   : "");
}

static bool is_day(const struct kept_column *c, const struct field *fields)
{
	for (; fields->name; fields++)
		if (fields->kind == FIELD_DAY && strcmp(fields->name, from_of(c)) == 0)
			return true;
	return false;
}

/* What is known already is looked for among rows of the same days and kinds as the
 * file's: of a table of years these are few. */
static void add_span(struct buf *b, const struct keep *k, const struct keep_ways *w)
{
	for (const struct kept_column *c = k->columns; c->name; c++) {
		if (!(KEYS & 1u << c->is))
			continue;
		if (from_of(c)[0] == '\'')
			buf_printf(b, " and t.%s = %s", c->name, c->from);
		else if (is_day(c, w->fields))
			buf_printf(b,
				   " and t.%s between (select min(%s) from stage) and"
				   " (select max(%s) from stage)",
				   c->name, from_of(c), from_of(c));
	}
}

/* What is known by its key alone cannot be told otherwise: half the work of the other
 * way.  Rows that are no news are looked for only where there are fewer new ones. */
static void add_plain(struct buf *b, const struct keep *k, const struct keep_ways *w)
{
	buf_text(b, "with said as (select distinct on (person_id");
	add_columns(b, k, KEYS, "", ", $");
	buf_text(b, ") * from ");
	add_said(b, k, w);
	buf_text(b, " s order by person_id");
	add_columns(b, k, KEYS, "", ", $");
	buf_printf(b,
		   ", line), fresh as (insert into %s (person_id, region_code, batch_id,"
		   " line",
		   k->table);
	add_columns(b, k, ALL | FRESH, "", ", $");
	buf_text(b, ") select person_id, region_code, $1, line");
	add_columns(b, k, ALL | FRESH, "", ", $");
	buf_printf(b, " from said s where not exists (select from %s t where ", k->table);
	add_join(b, k);
	add_span(b, k, w);
	buf_text(b,
		 ") returning line) insert into told (line, said) select s.line, 'same'"
		 " from ");
	add_said(b, k, w);
	buf_text(b, " s where (select count(*) from fresh) < (select count(*) from stage)"
		    " and not exists (select from fresh f where f.line = s.line)");
}

const char *feed_keep_sql(struct arena *a, const struct keep *k,
			  const struct keep_ways *w)
{
	const char *text;
	struct buf b;

	buf_init(&b, SQL_MOST);
	if (has(k, VALUES) || w->has_several || k->gone || k->replaces)
		add_whole(&b, k, w);
	else
		add_plain(&b, k, w);
	text = b.full ? NULL : arena_strdup(a, b.data);
	buf_done(&b);
	return text;
}
