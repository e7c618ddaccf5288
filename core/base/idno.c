#include "idno.h"

#include "date.h"

char idno_check_character(const char *digits)
{
	static const int weights[17] = {
		7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2
	};
	int sum = 0;

	for (int i = 0; i < 17; i++)
		sum += (digits[i] - '0') * weights[i];
	return "10X98765432"[sum % 11];
}

static int number(const char *s, int n)
{
	int v = 0;

	for (int i = 0; i < n; i++)
		v = v * 10 + s[i] - '0';
	return v;
}

enum idno_fault idno_check(const char *s, size_t n, int32_t *birth)
{
	int year, month, day;

	*birth = DATE_NONE;
	if (n != 18)
		return IDNO_LENGTH;
	for (int i = 0; i < 18; i++)
		if ((s[i] < '0' || s[i] > '9') && !(i == 17 && s[i] == 'X'))
			return IDNO_CHARACTER;
	year = number(s + 6, 4);
	month = number(s + 10, 2);
	day = number(s + 12, 2);
	if (!date_is_valid(year, month, day))
		return IDNO_BIRTH;
	*birth = date_from_civil(year, month, day);
	if (s[17] != idno_check_character(s))
		return IDNO_CHECK;
	return number(s + 14, 3) == 0 ? IDNO_SEQUENCE : IDNO_GOOD;
}

const char *idno_reason(enum idno_fault fault)
{
	static const char *const reasons[] = {
		[IDNO_GOOD] = "",
		[IDNO_LENGTH] = "is not 18 characters long",
		[IDNO_CHARACTER] = "has a character that is no digit",
		[IDNO_BIRTH] = "has no such birth day",
		[IDNO_CHECK] = "has a wrong check character",
		[IDNO_SEQUENCE] = "has the sequence 000",
	};

	return reasons[fault];
}
