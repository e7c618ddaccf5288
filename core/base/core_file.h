/* What a process knows of persons stays in it. */
#ifndef STEWARD_CORE_FILE_H
#define STEWARD_CORE_FILE_H

/* No core file of this process, nor a copy for whoever collects them; nobody but root
 * may look into its memory. */
void core_file_none(void);

#endif
