/* Text shown to people is marked _("..."); N_() in tables comes from steward.h.  The
 * catalogue is read by ourselves, so that no locale need be installed for a language. */
#ifndef STEWARD_TR_H
#define STEWARD_TR_H

#include <stdbool.h>

#include "base/arena.h"

/* A language that people read: whatever makes words takes one. */
struct language;

/* "en", "zh"; NULL when there is none of this code. */
const struct language *tr_find(const char *code);
const char *tr_code(const struct language *in);

/* The codes there are, with blanks between. */
const char *tr_codes(struct arena *a);

/* Whoever sits in front of the program: the language of the environment. */
const struct language *tr_reader(void);

/* The text in a language, or as it is.  A translation that wants other values than its
 * text is never given; the empty text stays empty. */
const char *tr_in(const struct language *in, const char *text)
    __attribute__((format_arg(2)));

/* The same for a code or a title that came from a table and is no format; NULL counts as
 * empty. */
const char *tr_label_in(const struct language *in, const char *s);

/* Both in the reader's. */
const char *tr(const char *text) __attribute__((format_arg(1)));
const char *tr_label(const char *s);
#define _(s) tr(s)

/* Takes the locale and the language of the environment.  A locale that knows ASCII alone
 * becomes C.UTF-8, because the names are Chinese.  FOLDER/zh_CN/LC_MESSAGES/steward.mo is
 * a catalogue, read when its language is first asked for and kept in the arena; one that
 * is missing or damaged leaves the texts as they are. */
void tr_start(struct arena *a, const char *folder);

/* The words of a module: FOLDER/locale/zh_CN/LC_MESSAGES/NAME.mo, asked after the
 * program's own. One that is missing or damaged leaves the module's texts as they are. */
void tr_module(const char *folder, const char *name);

#endif
