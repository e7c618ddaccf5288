/* Insurance relations that come from another place and go to one. */
#include "steward.h"

#include <stddef.h>

#include "fix.h"
#include "fix_sql.h"
#include "in.h"
#include "in_sql.h"
#include "out.h"
#include "out_sql.h"
#include "pay.h"
#include "verb.h"

extern const char modules_relations_migrations_0001_in_text[];
extern const char modules_relations_migrations_0002_out_text[];
extern const char modules_relations_migrations_0003_fix_text[];
extern const char modules_relations_migrations_0004_remit_text[];
extern const char modules_relations_functions_text[];
extern const char modules_relations_fix_functions_text[];
extern const char modules_relations_out_functions_text[];
extern const char modules_relations_pay_functions_text[];
extern const char modules_relations_in_functions_text[];
extern const char modules_relations_in_effects_text[];

static const struct migration migrations[] = {
	{ 1, "in", modules_relations_migrations_0001_in_text },
	{ 2, "out", modules_relations_migrations_0002_out_text },
	{ 3, "fix", modules_relations_migrations_0003_fix_text },
	{ 4, "remit", modules_relations_migrations_0004_remit_text },
	{ 0 }
};
static const char *const functions[] = { modules_relations_functions_text,
					 modules_relations_in_functions_text,
					 modules_relations_in_effects_text,
					 modules_relations_out_functions_text,
					 modules_relations_pay_functions_text,
					 modules_relations_fix_functions_text,
					 NULL };

static const struct match matches[] = {
	{ "person_id", N_("person"), "id_no", .name = "name" }, { 0 }
};
static const struct feed feeds[] = {
	{ "transfer_form", N_("information forms of other places"), come_fields, matches,
	  NULL, 92, .keeps = come_keeps, .before = come_before },
	{ "transfer_letter", N_("letters of places that ask for a relation"),
	  leave_fields, matches, NULL, 92, .keeps = leave_keeps },
	{ "double_account", N_("persons insured in another place, too"),
	  fix_double_fields, matches, NULL, 92, .keeps = fix_double_keeps },
	{ 0 }
};
static const struct feed_step feed_steps[] = { { "fund", come_money_apply }, { 0 } };

#define LAW                                                                              \
	"Social Insurance Law, art. 19; State Council Office 2009-66, art. 4 and 8;"     \
	" Social Insurance Agency Regulations 2023, art. 16"

#define RECORD                                                                           \
	"Social Insurance Law, art. 74; Social Insurance Agency Regulations 2023,"       \
	" art. 18"
#define DOUBLE "Ministry of HR&SS 2016-5, part 6; Social Insurance Law, art. 19"

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
	  " relations.personal_permille",
	  &IN_FOUND },
	{ "relations.out", N_("letter of another place"), LAW, NULL, "relation_out",
	  "relations.transfer_days relations.pooled_permille relations.pooled_from",
	  &OUT_FOUND },
	{ "relations.back", N_("a transfer out was sent back"), LAW, NULL,
	  "relation_back", NULL, &OUT_FOUND },
	{ "relations.paid", N_("list and account differ"), LAW, NULL, "relation_money",
	  "relations.money_days", &OUT_FOUND },
	{ "relations.unreturned", N_("money that is to come back"), LAW, NULL,
	  "relation_money", NULL, &OUT_FOUND },
	{ "relations.unknown", N_("money of no letter"), LAW, NULL, "relation_money",
	  NULL, &OUT_UNKNOWN, .nightly = true },
	{ "relations.fix", N_("correction of a contribution record"), RECORD, NULL,
	  "relation_fix", NULL, &FIX_FOUND },
	{ "relations.double", N_("months paid in two places"), DOUBLE, NULL,
	  "relation_refund", "relations.personal_permille", &FIX_EXCESS },
	{ "relations.wrong", N_("months paid after the pension began"), DOUBLE, NULL,
	  "relation_refund", "relations.personal_permille", &FIX_EXCESS },
	{ 0 }
};

/* It is settled as it is raised; where it was not, a clerk tells it. */
static const struct move word_moves[] = { { "open", "told", "done", "clerk", MOVE_CLOSE,
					    NULL, "s", N_("the person was told") },
					  { 0 } };
static const struct task_type task_types[] = {
	{ "relation_ask", N_("application for a transfer in"), "clerk", come_ask_moves,
	  .finders_only = true },
	{ "relation_late", N_("the other place does not answer"), "clerk",
	  come_late_moves, .finders_only = true },
	{ "relation_differs", N_("form and money differ"), "clerk", come_differs_moves,
	  .finders_only = true },
	{ "relation_take", N_("transfer to be taken in"), "clerk", come_take_moves,
	  .finders_only = true },
	{ "relation_out", N_("letter of another place"), "clerk", leave_moves,
	  .finders_only = true },
	{ "relation_back", N_("a transfer out was sent back"), "clerk", leave_back_moves,
	  .finders_only = true },
	{ "relation_money", N_("money between places"), "clerk", leave_money_moves,
	  .finders_only = true },
	{ "relation_word", N_("what became of a transfer"), "clerk", word_moves,
	  .finders_only = true },
	{ "relation_fix", N_("correction of a contribution record"), "clerk", fix_moves,
	  .finders_only = true },
	{ "relation_refund", N_("months that do not count here"), "clerk",
	  fix_refund_moves, .finders_only = true },
	{ 0 }
};

/* What comes, then what goes; the keys of both. */
static const struct section list_sections[] = { { .name = "in",
						  .title = N_("Transfers in"),
						  .stmt = &IN_LIST,
						  .columns = come_list_columns,
						  .opens = "relation.in",
						  .args = come_list_args },
						{ .name = "out",
						  .title = N_("Transfers out"),
						  .stmt = &OUT_LIST,
						  .columns = leave_list_columns,
						  .opens = "relation.out",
						  .args = leave_list_args },
						{ 0 } };
static const struct action list_actions[] = {
	{ "f", N_("row of a form"), "clerk", "in", come_list_args,
	  .opens = "relation.form" },
	{ "c", N_("what counts"), "clerk", "in", come_list_args,
	  .opens = "relation.counts" },
	{ "b", N_("sent back"), "clerk", "in", come_list_args,
	  .opens = "relation.returned" },
	{ "x", N_("withdraw"), "clerk", "in", come_list_args,
	  .opens = "relation.withdraw" },
	{ "e", N_("wages"), "clerk", "out", leave_list_args, .opens = "relation.wages" },
	{ "y", N_("a transfer out came back"), "clerk", "out", leave_list_args,
	  .opens = "relation.sentback" },
	{ "z", N_("letter taken back"), "clerk", "out", leave_list_args,
	  .opens = "relation.takenback" },
	{ 0 }
};

static const struct screen screens[] = {
	{ .name = "relations",
	  .title = N_("Insurance relations"),
	  .sections = list_sections,
	  .actions = list_actions,
	  .empty = N_("transfers between places: m and f on the page of a person") },
	{ .name = "relation.in",
	  .title = N_("Transfer in"),
	  .sections = come_one_sections,
	  .actions = come_one_actions,
	  .named_arg = 2 },
	{ .name = "relation.apply",
	  .title = N_("Transfer in"),
	  .kind = SCREEN_FORM,
	  .job = "clerk",
	  .sections = come_form_sections,
	  .form = &come_apply_form },
	{ .name = "relation.form",
	  .title = N_("Information form"),
	  .kind = SCREEN_FORM,
	  .job = "clerk",
	  .sections = come_head_sections,
	  .form = &come_tell_form },
	{ .name = "relation.withdraw",
	  .title = N_("Withdraw a transfer"),
	  .kind = SCREEN_FORM,
	  .job = "clerk",
	  .sections = come_head_sections,
	  .form = &come_withdraw_form },
	{ .name = "relation.returned",
	  .title = N_("A letter came back"),
	  .kind = SCREEN_FORM,
	  .job = "clerk",
	  .sections = come_head_sections,
	  .form = &come_returned_form },
	{ .name = "relation.counts",
	  .title = N_("What counts of a month paid in both"),
	  .kind = SCREEN_FORM,
	  .job = "clerk",
	  .sections = come_head_sections,
	  .form = &come_counts_form },
	{ .name = "relation.out",
	  .title = N_("Transfer out"),
	  .sections = leave_one_sections,
	  .actions = leave_one_actions,
	  .named_arg = 2 },
	{ .name = "relation.receive",
	  .title = N_("Letter of another place"),
	  .kind = SCREEN_FORM,
	  .job = "clerk",
	  .sections = come_form_sections,
	  .form = &leave_receive_form },
	{ .name = "relation.wages",
	  .title = N_("Wages before the payroll files"),
	  .kind = SCREEN_FORM,
	  .job = "clerk",
	  .sections = leave_head_sections,
	  .form = &leave_wages_form },
	{ .name = "relation.sentback",
	  .title = N_("A transfer out came back"),
	  .kind = SCREEN_FORM,
	  .job = "clerk",
	  .sections = leave_head_sections,
	  .form = &leave_sent_back_form },
	{ .name = "relation.takenback",
	  .title = N_("A letter is taken back"),
	  .kind = SCREEN_FORM,
	  .job = "clerk",
	  .sections = leave_head_sections,
	  .form = &leave_taken_back_form },
	{ .name = "relation.lists",
	  .title = N_("Money to other places"),
	  .sections = sent_sections,
	  .actions = sent_actions,
	  .empty = N_("lists for the bank: steward relations pay make") },
	{ .name = "relation.list",
	  .title = N_("Money to other places"),
	  .sections = sent_row_sections,
	  .named_arg = 1 },
	{ .name = "relation.correct",
	  .title = N_("Correction of a contribution record"),
	  .kind = SCREEN_FORM,
	  .job = "clerk",
	  .sections = come_form_sections,
	  .form = &fix_form },
	{ .name = "relation.fixes",
	  .title = N_("Corrections and double months"),
	  .sections = fix_sections },
	{ 0 }
};
static const struct section person_sections[] = { { .name = "relations",
						    .title = N_("Insurance relations"),
						    .stmt = &IN_OF,
						    .columns = come_of_columns },
						  { 0 } };
static const struct command commands[] = {
	{ "screen.relations", N_("insurance relations that come and go"),
	  .opens = "relations", .code = "re" },
	{ "screen.relation_lists", N_("money to other places: lists"),
	  .opens = "relation.lists", .code = "rl" },
	{ "screen.relation_fixes", N_("corrections of contributions, double months"),
	  .opens = "relation.fixes", .code = "rx" },
	{ 0 }
};

static const struct column behind_columns[] = {
	{ .col = BEHIND_NAME, .title = N_("Name"), .width = 12 },
	{ .col = BEHIND_DAY, .title = N_("Day"), .kind = COLUMN_DAY, .width = 10 },
	{ .col = BEHIND_PLACE, .title = N_("Letter no."), .width = 16 },
	{ .col = BEHIND_SAY, .title = N_("State"), .kind = COLUMN_LABEL },
	{ 0 }
};
static const int behind_args[] = { BEHIND_PERSON, -1 };
static const struct figure_source figure_sources[] = {
	{ "relations", "relation_open v", "v.person_id bigint, v.letter_no text",
	  "v.person_id", .day = "v.since", .place = "v.letter_no", .say = "v.stand",
	  .columns = behind_columns, .opens = "person", .args = behind_args },
	{ 0 }
};
static const struct indicator indicators[] = {
	{ "J11", N_("Transfers under way"),
	  N_("Insurance relations that come or go and are not settled."), "relations",
	  .filter = "v.since <= $today", .unit = "persons", .owner = "manager" },
	{ "J11d", N_("Transfers overdue"),
	  N_("Of those, beyond the working days that the law gives the step."),
	  "relations", .filter = "v.due < $today", .unit = "persons", .owner = "manager",
	  .less_is_better = true },
	{ 0 }
};

static const struct module_verb verbs[] = {
	{ "relations apply", "PERSON PLACE AGENCY",
	  N_("receive an application for a transfer from another place"), 3, 3, "clerk",
	  come_apply_options, come_apply },
	{ "relations letter", "PERSON LETTER",
	  N_("the letter to the other place, as paper"), 2, 2, "clerk",
	  come_paper_options, come_letter },
	{ "relations form", "PERSON LETTER",
	  N_("a row of an information form that came on paper"), 2, 2, "clerk",
	  come_tell_options, come_tell },
	{ "relations counts", "PERSON LETTER here|there",
	  N_("what counts of months that were paid in both places"), 3, 3, "clerk", NULL,
	  come_counts },
	{ "relations withdraw", "PERSON LETTER WHY",
	  N_("the person takes an application back"), 3, 3, "clerk", NULL,
	  come_withdraw },
	{ "relations returned", "PERSON LETTER WHY",
	  N_("the other place does not transfer"), 3, 3, "clerk", NULL, come_returned },
	{ "relations list", "[PERSON]", N_("transfers in, and where each one is"), 0, 1,
	  "clerk", NULL, come_list },
	{ "relations receive", "PERSON LETTER PLACE AGENCY ACCOUNT",
	  N_("receive another place's letter on paper"), 5, 5, "clerk", NULL,
	  leave_receive },
	{ "relations wages", "PERSON LETTER YUAN",
	  N_("wages contributed on before the payroll files, in all"), 3, 3, "clerk",
	  NULL, leave_wages },
	{ "relations takenback", "PERSON LETTER WHY",
	  N_("the other place takes its letter back"), 3, 3, "clerk", NULL,
	  leave_taken_back },
	{ "relations sentback", "PERSON LETTER WHY",
	  N_("form or money of a transfer out came back"), 3, 3, "clerk", NULL,
	  leave_sent_back },
	{ "relations out", "[PERSON]", N_("transfers out, and where each one is"), 0, 1,
	  "clerk", NULL, leave_list },
	{ "relations file", "PERSON LETTER",
	  N_("the information form of a transfer out, as file"), 2, 2, "clerk",
	  leave_file_options, leave_file },
	{ "relations answer", "PERSON LETTER", N_("the form, or the refusal, as paper"),
	  2, 2, "clerk", come_paper_options, leave_paper },
	{ "relations pay", "[LIST]", N_("lists of what goes to other places"), 0, 1,
	  "clerk", NULL, sent_lists },
	{ "relations pay make", "", N_("a list of what is due and was not sent"), 0, 0,
	  "clerk", NULL, sent_make },
	{ "relations pay approve", "LIST", N_("by a second person"), 1, 1, "reviewer",
	  NULL, remit_approve },
	{ "relations pay back", "LIST", N_("take a list back that was not paid"), 1, 1,
	  "reviewer", NULL, remit_back },
	{ "relations pay file", "LIST", N_("the list as a file for the bank"), 1, 1,
	  "clerk", remit_file_options, remit_file },
	{ "relations correct", "PERSON FROM TO YUAN|none",
	  N_("propose other contributions for months, with the document"), 4, 4, "clerk",
	  fix_correct_options, fix_correct },
	{ "relations drop", "PERSON WHY", N_("drop a correction that waits"), 2, 2,
	  "clerk", NULL, fix_drop },
	{ "relations corrections", "[PERSON]", N_("corrections, and where each one is"),
	  0, 1, "clerk", NULL, fix_list },
	{ "relations doubles", "[PERSON]", N_("who is insured in two places"), 0, 1,
	  "clerk", NULL, fix_doubles },
	{ 0 }
};
static const struct stmt *const *const statements[] = { modules_relations_in_statements,
							modules_relations_out_statements,
							modules_relations_fix_statements,
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
	.task_sections = fix_task_sections,
	.screens = screens,
	.person_sections = person_sections,
	.person_actions = come_person_actions,
	.commands = commands,
	.figure_sources = figure_sources,
	.indicators = indicators,
	.remits = sent_remits,
	.verbs = verbs,
	.statements = statements,
};
