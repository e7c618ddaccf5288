/* How many text messages a text becomes, and is charged as: GSM 7 bit where every
 * character is of that alphabet, otherwise 16-bit units (3GPP 23.038, 23.040). */
#ifndef STEWARD_SMS_H
#define STEWARD_SMS_H

/* Parts; *units gets places of the alphabet used.  0 for text that is no UTF-8. */
int sms_parts(const char *text, int *units);

#endif
