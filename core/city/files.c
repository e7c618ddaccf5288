#include "files.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/date.h"
#include "base/money.h"

#define BIG_BUFFER (1 << 20)
#define FEED_BUFFER (1 << 15)		/* up to some hundred feeds are open at once */

static const struct { const char *name, *header; } feeds[CITY_FEEDS] = {
	[CITY_DEATH] = { "death", "id_no,name,birth_date,died_on,place" },
	[CITY_CUSTODY] = { "custody", "id_no,name,birth_date,kind,from_date,to_date" },
	[CITY_MEDICAL] = { "medical", "id_no,name,visit_date,hospital" },
	[CITY_TRANSPORT] = { "transport", "id_no,name,travel_date,route" },
	[CITY_CONTRIBUTION] = { "contribution", "id_no,name,period,base,amount" },
	[CITY_CLAIM] = { "claim",
			 "claim_no,id_no,name,service_from,service_to,amount,provider" },
	[CITY_CHARGE] = { "claim_charge",
			  "claim_no,line_no,id_no,name,kind,provider,tier,admitted,"
			  "discharged,insurance,diagnosis,day,item,code,quantity,price,"
			  "at" },
	[CITY_SEEKER] = { "job_seeker",
			  "id_no,name,registered_on,state,occupation,skill,place_wanted,"
			  "pay_wanted,category,helper,review_on" },
	[CITY_VACANCY] = { "vacancy",
			   "vacancy_no,unit_no,unit,occupation,skill,posts,pay,place,"
			   "posted_on,expires_on" },
	[CITY_NURSE] = { "home_nurse", "licence,name,lat,lon" },
	[CITY_NURSE_KIND] = { "home_nurse_kind", "licence,nurse,kinds" },
	[CITY_CARE] = { "home_care",
			"id_no,name,level,dementia,impaired_from,from_day,to_day" },
	[CITY_REQUEST] = { "care_request",
			   "request_no,id_no,name,channel,kind,asked_on,asked_time,"
			   "state,wanted_day,wanted_from,wanted_to,disabled,dementia,"
			   "helper,helper_phone,place,lat,lon" },
	[CITY_LOW_INCOME] = { "low_income", "id_no,name,kind,from_day,to_day" },
	[CITY_DISABILITY] = { "disability",
			      "certificate_no,id_no,name,level,from_day,to_day" },
	[CITY_CHECK] = { "health_check", "id_no,name,checked_on,hospital,amount" },
};

static void fail(struct files *fs, const char *what, const char *path)
{
	if (!fs->is_failed)
		err_errno(&fs->err, "could not %s \"%s\"", what, path);
	fs->is_failed = true;
}

static void make_dir(struct files *fs, const char *path)
{
	if (mkdir(path, 0777) < 0 && errno != EEXIST)
		fail(fs, "create directory", path);
}

static void sheet_open(struct files *fs, struct sheet *s, char *path, const char *header,
		       size_t buffer)
{
	s->path = path;
	s->tmp = arena_printf(fs->a, "%s.tmp", path);
	s->f = fs->is_failed ? NULL : fopen(s->tmp, "w");
	if (!s->f) {
		fail(fs, "open", s->tmp);
		return;
	}
	setvbuf(s->f, arena_alloc(fs->a, buffer), _IOFBF, buffer);
	fputs(header, s->f);
	putc('\n', s->f);
}

static void open_main(struct files *fs, struct sheet *s, const char *name,
		      const char *header)
{
	sheet_open(fs, s, arena_printf(fs->a, "%s/%s.csv", fs->dir, name), header,
		   BIG_BUFFER);
}

bool files_open(struct files *fs, struct arena *a, const struct city_options *o,
		struct err *e)
{
	size_t sheets = (size_t)o->days + 1;

	memset(fs, 0, sizeof(*fs));
	fs->a = a;
	fs->dir = o->dir;
	fs->day = o->day;
	fs->days = o->days;
	/* Files of an earlier city beside the new ones would not be in the new truth. */
	if (access(arena_printf(a, "%s/register.csv", o->dir), F_OK) == 0) {
		ERR(e, ERR_USAGE, "\"%s\" already holds a city", o->dir);
		return err_hint(e, "Choose an empty directory or remove the old city.");
	}
	for (int i = 0; i < CITY_FEEDS; i++)
		fs->feed[i] = arena_alloc(a, sheets * sizeof(struct sheet));
	make_dir(fs, o->dir);
	make_dir(fs, arena_printf(a, "%s/inbox", o->dir));
	open_main(fs, &fs->areas, "areas", "area,name,parent");
	open_main(fs, &fs->registered, "register",
		  "id_no,name,sex,birth_date,region_code,household,scheme,category,"
		  "status,start_date,months,account,pension,pension_status,first_paid,"
		  "certified_on,unemployed_since");
	open_main(fs, &fs->account, "account",
		  "id_no,name,channel,number,holder,from_date");
	open_main(fs, &fs->payment, "payment", "id_no,name,period,amount,paid_on");
	open_main(fs, &fs->award, "award",
		  "id_no,name,awarded_from,base,index_e4,years_e4,account,age_months,"
		  "amount");
	open_main(fs, &fs->truth, "truth", "kind,expects,id_no,name,cause,detail");
	return files_are_good(fs, e);
}

static char *day_dir(struct files *fs, int32_t day)
{
	char text[DATE_TEXT];

	return arena_printf(fs->a, "%s/inbox/%s", fs->dir, date_format(day, text));
}

struct sheet *files_feed(struct files *fs, enum city_feed feed, int32_t day)
{
	struct sheet *s = &fs->feed[feed][day - fs->day];
	char *dir;

	if (s->path)
		return s;
	dir = day_dir(fs, day);
	make_dir(fs, dir);
	sheet_open(fs, s, arena_printf(fs->a, "%s/%s.csv", dir, feeds[feed].name),
		   feeds[feed].header, FEED_BUFFER);
	return s;
}

bool files_are_good(struct files *fs, struct err *e)
{
	if (fs->is_failed)
		*e = fs->err;
	return !fs->is_failed;
}

typedef void (*sheet_fn)(struct files *fs, struct sheet *s);

/* The register is the last: when it has its name, everything has. */
static void each_sheet(struct files *fs, sheet_fn fn)
{
	for (int i = 0; i < CITY_FEEDS; i++)
		for (int d = 0; d <= fs->days; d++)
			if (fs->feed[i] && fs->feed[i][d].path)
				fn(fs, &fs->feed[i][d]);
	if (fs->areas.path)
		fn(fs, &fs->areas);
	if (fs->account.path)
		fn(fs, &fs->account);
	if (fs->payment.path)
		fn(fs, &fs->payment);
	if (fs->award.path)
		fn(fs, &fs->award);
	if (fs->truth.path)
		fn(fs, &fs->truth);
	if (fs->registered.path)
		fn(fs, &fs->registered);
}

static void sheet_close(struct files *fs, struct sheet *s)
{
	bool is_bad;

	if (!s->f)
		return;
	is_bad = ferror(s->f) || fflush(s->f) != 0;
	if (fclose(s->f) != 0 || is_bad)
		fail(fs, "write", s->tmp);
	s->f = NULL;
}

static void sheet_publish(struct files *fs, struct sheet *s)
{
	if (!fs->is_failed && rename(s->tmp, s->path) < 0)
		fail(fs, "rename", s->tmp);
}

static void sheet_remove(struct files *fs, struct sheet *s)
{
	(void)fs;
	unlink(s->tmp);
}

static void count(struct files *fs, struct city_counts *n)
{
	n->payments = fs->payment.rows;
	n->truths = fs->truth.rows;
	n->files = 6;	/* areas, register, account, payment, award, truth */
	for (int i = 0; i < CITY_FEEDS; i++)
		for (int d = 0; d <= fs->days; d++) {
			n->feed[i] += fs->feed[i][d].rows;
			n->files += fs->feed[i][d].path != NULL;
		}
}

bool files_commit(struct files *fs, struct city_counts *n, struct err *e)
{
	each_sheet(fs, sheet_close);
	if (!files_are_good(fs, e))
		return false;
	each_sheet(fs, sheet_publish);
	count(fs, n);
	return files_are_good(fs, e);
}

void files_abandon(struct files *fs)
{
	if (!fs->registered.path)
		return;
	each_sheet(fs, sheet_close);
	each_sheet(fs, sheet_remove);
	for (int d = 0; d <= fs->days; d++)
		rmdir(day_dir(fs, fs->day + d));
	rmdir(arena_printf(fs->a, "%s/inbox", fs->dir));
}

static bool begin_cell(struct sheet *s)
{
	if (s->f && s->in_row)
		putc_unlocked(',', s->f);
	s->in_row = true;
	return s->f != NULL;
}

void sheet_text(struct sheet *s, const char *text)
{
	if (!begin_cell(s))
		return;
	if (!strpbrk(text, ",\"\r\n")) {
		fputs_unlocked(text, s->f);
		return;
	}
	putc_unlocked('"', s->f);
	for (; *text; text++) {
		if (*text == '"')
			putc_unlocked('"', s->f);
		putc_unlocked(*text, s->f);
	}
	putc_unlocked('"', s->f);
}

void sheet_number(struct sheet *s, int64_t n)
{
	char text[24];

	snprintf(text, sizeof(text), "%lld", (long long)n);
	sheet_text(s, text);
}

void sheet_money(struct sheet *s, int64_t fen)
{
	char text[MONEY_TEXT];

	sheet_text(s, money_format(fen, text));
}

void sheet_day(struct sheet *s, int32_t day)
{
	char text[DATE_TEXT];

	sheet_text(s, day == DATE_NONE ? "" : date_format(day, text));
}

void sheet_month(struct sheet *s, int32_t day)
{
	char text[DATE_TEXT];

	if (day != DATE_NONE)
		date_format(day, text)[7] = '\0';
	sheet_text(s, day == DATE_NONE ? "" : text);
}

void sheet_end(struct sheet *s)
{
	if (s->f)
		putc_unlocked('\n', s->f);
	s->in_row = false;
	s->rows++;
}
