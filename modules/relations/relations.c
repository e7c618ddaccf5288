/* Insurance relations that come from another place and go to one. */
#include "steward.h"

#include <stddef.h>

#include "in.h"
#include "in_sql.h"
#include "verb.h"

extern const char modules_relations_migrations_0001_in_text[];
extern const char modules_relations_functions_text[];
extern const char modules_relations_in_functions_text[];
extern const char modules_relations_in_effects_text[];

static const struct migration migrations[] = {
	{ 1, "in", modules_relations_migrations_0001_in_text }, { 0 }
};
static const char *const functions[] = { modules_relations_functions_text,
					 modules_relations_in_functions_text,
					 modules_relations_in_effects_text, NULL };

static const struct match matches[] = {
	{ "person_id", N_("person"), "id_no", .name = "name" }, { 0 }
};
static const struct feed feeds[] = {
	{ "transfer_form", N_("information forms of other places"), in_fields, matches,
	  NULL, 92, .keeps = in_keeps, .before = in_before },
	{ 0 }
};
static const struct feed_step feed_steps[] = { { "fund", in_money_apply }, { 0 } };

#define LAW                                                                              \
	"Social Insurance Law, art. 19; State Council Office 2009-66, art. 4 and 8;"     \
	" Social Insurance Agency Regulations 2023, art. 16"

static const struct finder finders[] = {
	{ "relations.ask", N_("application for a transfer in"), LAW, NULL, "relation_ask",
	  "relations.letter_days relations.temporary_men relations.temporary_women",
	  &IN_FOUND },
	{ "relations.late", N_("the other place does not answer"), LAW, NULL,
	  "relation_late", "relations.transfer_days", &IN_FOUND },
	{ "relations.differs", N_("form and money differ"), LAW, NULL, "relation_differs",
	  NULL, &IN_FOUND },
	{ "relations.take", N_("transfer to be taken in"), LAW, NULL, "relation_take",
	  "relations.take_days relations.pooled_permille relations.pooled_from"
	  " relations.personal_permille", &IN_FOUND },
	{ 0 }
};

static const struct move word_moves[] = { { 0 } };
static const struct task_type task_types[] = {
	{ "relation_ask", N_("application for a transfer in"), "clerk", in_ask_moves,
	  .finders_only = true },
	{ "relation_late", N_("the other place does not answer"), "clerk", in_late_moves,
	  .finders_only = true },
	{ "relation_differs", N_("form and money differ"), "clerk", in_differs_moves,
	  .finders_only = true },
	{ "relation_take", N_("transfer to be taken in"), "clerk", in_take_moves,
	  .finders_only = true },
	{ "relation_word", N_("what became of a transfer"), "clerk", word_moves,
	  .finders_only = true },
	{ 0 }
};

static const struct screen screens[] = {
	{ .name = "relations", .title = N_("Insurance relations"),
	  .sections = in_list_sections, .actions = in_list_actions,
	  .empty = N_("transfers from other places: m on the page of a person") },
	{ .name = "relation.in", .title = N_("Transfer in"), .sections = in_one_sections,
	  .named_arg = 2 },
	{ .name = "relation.apply", .title = N_("Transfer in"), .kind = SCREEN_FORM,
	  .job = "clerk", .sections = in_form_sections, .form = &in_apply_form },
	{ .name = "relation.form", .title = N_("Information form"), .kind = SCREEN_FORM,
	  .job = "clerk", .sections = in_head_sections, .form = &in_tell_form },
	{ .name = "relation.withdraw", .title = N_("Withdraw a transfer"),
	  .kind = SCREEN_FORM, .job = "clerk", .sections = in_head_sections,
	  .form = &in_withdraw_form },
	{ .name = "relation.returned", .title = N_("A letter came back"),
	  .kind = SCREEN_FORM, .job = "clerk", .sections = in_head_sections,
	  .form = &in_returned_form },
	{ .name = "relation.counts", .title = N_("What counts of a month paid in both"),
	  .kind = SCREEN_FORM, .job = "clerk", .sections = in_head_sections,
	  .form = &in_counts_form },
	{ 0 }
};
static const struct section person_sections[] = {
	{ .name = "relations", .title = N_("Insurance relations"), .stmt = &IN_OF,
	  .columns = in_of_columns },
	{ 0 }
};
static const struct command commands[] = {
	{ "screen.relations", N_("insurance relations that come and go"),
	  .opens = "relations", .code = "re" },
	{ 0 }
};

static const struct module_verb verbs[] = {
	{ "relations apply", "PERSON PLACE AGENCY",
	  N_("receive an application for a transfer from another place"), 3, 3, "clerk",
	  in_apply_options, in_apply },
	{ "relations letter", "PERSON LETTER",
	  N_("the letter to the other place, as paper"), 2, 2, "clerk", in_paper_options,
	  in_letter },
	{ "relations form", "PERSON LETTER",
	  N_("a row of an information form that came on paper"), 2, 2, "clerk",
	  in_tell_options, in_tell },
	{ "relations counts", "PERSON LETTER here|there",
	  N_("what counts of months that were paid in both places"), 3, 3, "clerk", NULL,
	  in_counts },
	{ "relations withdraw", "PERSON LETTER WHY",
	  N_("the person takes an application back"), 3, 3, "clerk", NULL, in_withdraw },
	{ "relations returned", "PERSON LETTER WHY",
	  N_("the other place does not transfer"), 3, 3, "clerk", NULL, in_returned },
	{ "relations list", "[PERSON]", N_("transfers in, and where each one is"), 0, 1,
	  "clerk", NULL, in_list },
	{ 0 }
};
static const struct stmt *const *const statements[] = { modules_relations_in_statements,
							NULL };

const struct module steward_module = {
	.interface = STEWARD_INTERFACE,
	.size = sizeof(struct module),
	.name = "relations",
	.title = N_("insurance relations"),
	.migrations = migrations,
	.functions = functions,
	.finders = finders,
	.feeds = feeds,
	.feed_steps = feed_steps,
	.task_types = task_types,
	.screens = screens,
	.person_sections = person_sections,
	.person_actions = in_person_actions,
	.commands = commands,
	.verbs = verbs,
	.statements = statements,
};
