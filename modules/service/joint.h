/* Joint cases: one matter of a person that several offices have a part in. */
#ifndef SERVICE_JOINT_H
#define SERVICE_JOINT_H

#include "steward.h"
#include "verb.h"

extern const struct field joint_fields[];
extern const struct keep joint_keeps[];
extern const struct move joint_moves[];
extern const struct section joint_sections[];
extern const struct column joint_columns[], joint_can_columns[];
extern const int joint_can_args[];
extern const struct option_def joint_file_options[];

bool joint_case(const struct verb_call *c);
bool joint_end(const struct verb_call *c);
bool joint_list(const struct verb_call *c);
bool joint_file(const struct verb_call *c);

/* What another office has not been told, as a file for it: unsent gives the numbers, text
 * the file, sent notes that it has gone and gives how many; done: "%s ... to %s". */
bool joint_write(const struct verb_call *c, const struct stmt *unsent,
		 const struct stmt *text, const struct stmt *sent, const char *done);

#endif
