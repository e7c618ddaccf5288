/* Pages for a browser: one file that needs no other, on stdout. */
#ifndef STEWARD_HTML_H
#define STEWARD_HTML_H

/* A text, its signs of markup written out; NULL is "". */
void html_text(const char *s);

/* Everything up to what stands under the heading; more: what follows it in the title of
 * the window. */
void html_begin(const char *heading, const char *more);
void html_end(void);

#endif
