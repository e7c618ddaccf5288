/* A business area that nobody here has heard of: one of everything, built outside the
 * tree. */
#include <stdlib.h>

#include "steward.h"
#include "verb.h"

#ifdef AT_LOAD
__attribute__((constructor)) static void at_load(void)
{
	AT_LOAD
}
#endif
#ifdef AT_UNLOAD
__attribute__((destructor)) static void at_unload(void)
{
	AT_UNLOAD
}
#endif

static const char tables[] =
    "create table pet (person_id bigint not null, chip text not null, region_code int "
    "not null,"
    " lost boolean not null default false, batch_id bigint not null, line bigint not "
    "null,"
    " primary key (person_id, chip));"
    "create index pet_region on pet (region_code, person_id);"
    "comment on table pet is '@dist person_id pets';"
    "create function pet_lost(p_person bigint, p_rule text, p_cause text, p_decision "
    "bigint)"
    " returns bigint language sql set search_path = steward, pg_temp as $$"
    " with lost as (update pet set lost = true where person_id = p_person and chip = "
    "p_cause"
    "  returning chip) select count(*) from lost $$;"
    "revoke all on function pet_lost from public";

static const struct migration migrations[] = { { 1, "pet", tables }, { 0 } };

static const struct fact_column facts[] = {
	{ "pet_chip", "text", "code", N_("chip of the pet") }, { 0 }
};

static const struct field fields[] = {
	{ "id_no", FIELD_ID_GIVEN }, { "name", FIELD_NAME },
	{ "chip", FIELD_TEXT },
#ifdef WRONG_FIELD
	{ "Chip; drop table person", FIELD_TEXT },
#endif
	{ 0 }
};

static const struct match matches[] = {
	{ "person_id", N_("person"), "id_no", .name = "name" }, { 0 }
};

static const char *const apply_params[] = { "batch_id int8" };
static const struct stmt apply_pet = {
	.name = "apply_pet",
	.nparams = 1,
	.params = apply_params,
	.text =
	    "insert into pet (person_id, chip, region_code, batch_id, line) select "
	    "person_id, "
	    "chip, region_code, $1, line from stage on conflict do nothing",
};
static const struct stmt *const apply[] = { &apply_pet, 0 };
static const struct feed feeds[] = {
	{ "pet", N_("pets"), fields, matches, apply, 30 }, { 0 }
};

static const struct move moves[] = {
#ifdef WRONG_MOVE
	{ "open", "approve", "done", "reviewer", MOVE_APPROVE, 0, "a",
	  N_("nobody proposed it") },
#endif
	{ "open", "search", "done", "clerk", MOVE_CLOSE, "pet_lost", "s",
	  N_("look for it") },
	{ 0 }
};
static const struct task_type task_types[] = {
	{ "pet_search", N_("pet to look for"), "clerk", moves }, { 0 }
};

static const char *const list_columns[] = { "chip text" };
static const struct stmt list = {
	.name = "pet_list", .ncolumns = 1, .columns = list_columns,
	.text = "select chip from pet order by chip limit 100",
};
#ifndef WRONG_COLUMN
#define CHIP 0
#else
#define CHIP 3
#endif
static const struct column columns[] = { { CHIP, N_("Chip") }, { 0 } };
static const struct section sections[] = {
	{ .title = N_("Pets"), .stmt = &list, .columns = columns }, { 0 }
};
static const struct screen screens[] = {
#ifdef WRONG_SCREEN
	{ .name = "queue", .title = N_("Pets"), .sections = sections },
#endif
	{ .name = "pets", .title = N_("Pets"), .sections = sections }, { 0 }
};
static const struct command commands[] = {
	{ "open.pets", N_("all pets"), 0, "pets" }, { 0 }
};
static const struct key keys[] = {
#ifdef WRONG_KEY
	{ "F11", "open.nothing", 0 },
#endif
	{ "F11", "open.pets", 0 }, { 0 }
};

static const struct indicator indicators[] = {
	{ "P1", N_("Pets"), N_("Persons with a pet."), "person",
	  .filter = "f.pet_chip is not null", .unit = "persons", .owner = "manager" },
	{ 0 }
};

/* steward pets list, steward pets find CHIP */
static bool list_pets(const struct verb_call *c)
{
	return c->print(c, &list, 0, columns, 0);
}

static const char *const find_params[] = { "chip text" };
static const struct stmt find = {
	.name = "pet_find", .nparams = 1, .params = find_params, .ncolumns = 1,
	.columns = list_columns, .text = "select chip from pet where chip = $1 limit 1",
};
static bool find_pet(const struct verb_call *c)
{
	const char *chip;

	if (!c->run(c, &find, c->args, &chip))
		return false;
	return *chip ? c->print(c, &find, c->args, columns, c->option(c, "title"))
		     : c->fail(c, "nobody has that pet", "Ask for its chip.");
}
static const struct option_def find_options[] = {
	{ "title", 't', "what stands above it" }, { 0 }
};
#ifndef NAME
#define NAME "pets"
#endif
#ifndef VERB
#define VERB NAME " find"
#endif
static const struct module_verb verbs[] = {
	{ NAME " list", "", "all pets", 0, 0, "clerk", 0, list_pets },
	{ VERB, "CHIP", "a pet by its chip", 1, 1, "clerk", find_options, find_pet },
	{ 0 }
};

#ifndef INTERFACE
#define INTERFACE STEWARD_INTERFACE
#endif
#ifndef SIZE
#define SIZE sizeof(struct module)
#endif
#ifndef SYMBOL
#define SYMBOL steward_module
#endif

static const struct fact_set fact_sets[] = {
	{ "person", facts,
	  "select person_id, min(chip), null::date from pet {todo} group by person_id",
	  "select person_id, 'pet_chip', chip, null::date, batch_id, line from pet" },
	{ 0 }
};

#ifdef WRONG_LIST
static const struct remit remits[] = {
	{ "chips", N_("Chips"), "chips_due", .verb = WRONG_LIST, .hint = N_("none"),
	  .columns = "list_no amount", .nothing = N_("nothing is due") },
	{ 0 }
};
#endif

const struct module SYMBOL = {
	.interface = INTERFACE,
	.size = SIZE,
	.name = NAME,
	.title = N_("pets"),
	.migrations = migrations,
	.facts = fact_sets,
	.feeds = feeds,
	.task_types = task_types,
	.screens = screens,
	.commands = commands,
	.keys = keys,
	.indicators = indicators,
	.verbs = verbs,
#ifdef WRONG_LIST
	.remits = remits,
#endif
};
