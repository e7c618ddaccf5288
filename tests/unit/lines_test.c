/* Spreadsheets as nobody should send them, and as some programs do: each is read, or
 * refused with a sentence, in little memory. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <fcntl.h>
#include <minizip/zip.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

#include "lines/lines.h"

#define HEAD "<worksheet><sheetData>"
#define TAIL "</sheetData></worksheet>"
#define TWO_HEADS                                                                        \
	"<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>a</t></is></c>"                 \
	"<c r=\"B1\" t=\"inlineStr\"><is><t>b</t></is></c></row>"
#define MIB (1 << 20)

struct part {
	const char *name, *text, *again, *end;
	int times;
};

static char made[65536];
static struct err err;

/* A file without a name whose parts are: text, times "again", end. */
static int zip_file(const struct part *parts)
{
	int fd = memfd_create("sheet", MFD_CLOEXEC);
	char path[40];
	zipFile z;

	snprintf(path, sizeof(path), "/proc/self/fd/%d", fd);
	z = zipOpen64(path, APPEND_STATUS_CREATE);
	assert_non_null(z);
	for (; parts->name; parts++) {
		assert_int_equal(zipOpenNewFileInZip64(z, parts->name, NULL, NULL, 0,
						       NULL, 0, NULL, Z_DEFLATED, 9, 1),
				 ZIP_OK);
		zipWriteInFileInZip(z, parts->text, (unsigned)strlen(parts->text));
		for (int i = 0; i < parts->times; i++)
			zipWriteInFileInZip(z, parts->again,
					    (unsigned)strlen(parts->again));
		if (parts->end)
			zipWriteInFileInZip(z, parts->end, (unsigned)strlen(parts->end));
		zipCloseFileInZip(z);
	}
	zipClose(z, NULL);
	return fd;
}

static bool make_of(const struct part *sheet, const struct part *texts, const char *book,
		    const char *looks, int64_t most)
{
	const struct part parts[] = {
		{ "xl/workbook.xml", book },
		{ "xl/_rels/workbook.xml.rels",
		  "<Relationships><Relationship Id=\"r1\" Type=\"x/worksheet\" "
		  "Target=\"worksheets/sheet1.xml\"/></Relationships>" },
		{ "xl/styles.xml", looks },
		{ "xl/worksheets/sheet1.xml", sheet->text, sheet->again, sheet->end,
		  sheet->times },
		texts ? *texts : (struct part){ 0 },
		{ 0 }
	};
	struct arena *a = arena_new();
	struct lines_shape shape = { 0 };
	struct lines_made m;
	int fd = zip_file(parts);
	ssize_t n;
	bool ok;

	err = (struct err){ 0 };
	ok = lines_make(a, fd, &shape, most, &m, &err);
	made[0] = '\0';
	if (ok) {
		n = pread(m.fd, made, sizeof(made) - 1, 0);
		made[n > 0 ? n : 0] = '\0';
		close(m.fd);
	}
	close(fd);
	arena_free(a);
	return ok;
}

#define BOOK(more)                                                                       \
	"<workbook>" more "<sheets><sheet name=\"s\" r:id=\"r1\" "                       \
	"xmlns:r=\"r\"/></sheets></workbook>"
#define LOOKS                                                                            \
	"<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>" \
	"</styleSheet>"

static bool make(const char *rows)
{
	struct part sheet = { NULL, HEAD, rows, TAIL, 1 };

	return make_of(&sheet, NULL, BOOK(""), LOOKS, 0);
}

static void rows_keep_their_numbers(void **state)
{
	(void)state;
	assert_true(make(
	    TWO_HEADS "<row r=\"4\"><c r=\"B4\"><v>7</v></c></row>"
		      "<row r=\"9\"/><row r=\"11\"><c r=\"A11\"><v>1.5</v></c></row>"));
	assert_string_equal(made, "a,b\n\n\n,7\n\n\n\n\n\n\n1.5,\n");
}

/* Rows and cells without their names follow one another; prefixes mean nothing. */
static void names_may_lack(void **state)
{
	struct part sheet = {
		NULL, "<x:worksheet xmlns:x=\"x\"><x:sheetData>",
		"<x:row><x:c t=\"inlineStr\"><x:is><x:t>a</x:t></x:is></x:c>"
		"<x:c t=\"inlineStr\"><x:is><x:r><x:t>b,</x:t></x:r><x:rPh><x:t>no"
		"</x:t></x:rPh><x:r><x:t>\"c\"</x:t></x:r></x:is></x:c></x:row>"
		"<x:row><x:c><x:v>1</x:v></x:c></x:row>",
		"</x:sheetData></x:worksheet>", 1
	};

	(void)state;
	assert_true(make_of(&sheet, NULL, BOOK(""), LOOKS, 0));
	assert_string_equal(made, "a,\"b,\"\"c\"\"\"\n1,\n");
}

static void days_count_from_two_years(void **state)
{
	struct part sheet = { NULL, HEAD,
			      TWO_HEADS
			      "<row r=\"2\"><c r=\"A2\" s=\"1\"><v>45966</v></c>"
			      "<c r=\"B2\" s=\"1\"><v>60</v></c></row>"
			      "<row r=\"3\"><c r=\"A3\" s=\"1\"><v>59</v></c>"
			      "<c r=\"B3\" s=\"1\"><v>45966.5</v></c></row>",
			      TAIL, 1 };

	(void)state;
	assert_true(make_of(&sheet, NULL, BOOK(""), LOOKS, 0));
	assert_string_equal(made, "a,b\n2025-11-05,60\n1900-02-28,2025-11-05 12:00:00\n");
	assert_true(
	    make_of(&sheet, NULL, BOOK("<workbookPr date1904=\"1\"/>"), LOOKS, 0));
	assert_string_equal(made,
			    "a,b\n2029-11-06,1904-03-01\n"
			    "1904-02-29,2029-11-06 12:00:00\n");
}

static void digits_that_are_lost_are_told(void **state)
{
	char day[11];

	(void)state;
	assert_true(make(TWO_HEADS
			 "<row r=\"2\"><c r=\"A2\"><v>330106197001011000</v></c>"
			 "<c r=\"B2\"><v>123456789012345</v></c></row>"
			 "<row r=\"3\"><c r=\"A3\"><v>3.3010619700101099E+17</v></c>"
			 "<c r=\"B3\"><v>0.30000000000000004</v></c></row>"
			 "<row r=\"4\"><c r=\"A4\"><f>A1</f></c>"
			 "<c r=\"B4\" t=\"e\"><v>#REF!</v></c></row>"));
	assert_string_equal(made, "a,b\n3.30106197001011E+17,123456789012345\n"
				  "3.30106197001011E+17,0.3\n#FORMULA,#REF!\n");
	assert_non_null(lines_fault("3.30106197001011E+17", 20));
	assert_non_null(lines_fault("3.30106E+17", 11));
	assert_non_null(lines_fault("#REF!", 5));
	assert_non_null(lines_fault("#FORMULA", 8));
	assert_null(lines_fault("330106197001011000", 18));
	assert_null(lines_fault("3.3E", 4));
	assert_true(lines_day("45966", 5, false, day));
	assert_string_equal(day, "2025-11-05");
	assert_false(lines_day("330106197001011000", 18, false, day));
}

static void refused(const char *rows, const char *why)
{
	assert_false(make(rows));
	if (!strstr(err.message, why))
		print_error("said: %s\n", err.message);
	assert_non_null(strstr(err.message, why));
}

static void order_is_kept(void **state)
{
	(void)state;
	refused(TWO_HEADS "<row r=\"1\"/>", "row 1 of the sheet is out of its order");
	refused(TWO_HEADS "<row r=\"1048577\"/>", "beyond its end");
	refused("<row r=\"1\"><c r=\"B1\"/><c r=\"A1\"/></row>",
		"cells out of their order");
	refused("<row r=\"1\"><c r=\"XFE1\"><v>1</v></c></row>",
		"beyond its last column");
	refused("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>3</v></c></row>",
		"names a text that the file does not have");
	refused("<row r=\"1\"><c", "is not as one is made");
}

/* Entities that would fill or fetch something. */
static void nothing_is_declared(void **state)
{
	struct part sheet = { NULL,
			      "<!DOCTYPE x [<!ENTITY a SYSTEM \"/etc/passwd\">]>" HEAD,
			      "", TAIL, 0 };

	(void)state;
	assert_false(make_of(&sheet, NULL, BOOK(""), LOOKS, 0));
	assert_non_null(strstr(err.message, "declares entities"));
}

/* Memory of its own that the process may have from here on; what lies in files is none.
 */
static void spare(long mib)
{
#if defined(__SANITIZE_ADDRESS__)	/* what it notes of all memory is memory, too */
	mib = 1L << 30;
#endif
	struct rlimit limit = { (rlim_t)mib * MIB, RLIM_INFINITY };

	assert_int_equal(setrlimit(RLIMIT_DATA, &limit), 0);
}

static char *filled(size_t n)
{
	char *s = malloc(n + 1);

	memset(s, 'x', n);
	s[n] = '\0';
	return s;
}

static void what_never_ends_is_refused_in_little_memory(void **state)
{
	char *much = filled(MIB);
	struct part name = { NULL, HEAD "<", much, "", 64 };
	struct part cell = { NULL, HEAD "<row><c t=\"inlineStr\"><is><t>", much, "", 64 };
	char *blanks = memset(filled(MIB), ' ', MIB);
	struct part bomb = { NULL, HEAD "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>",
			     blanks, TAIL, 300 };

	(void)state;
	spare(48);
	assert_false(make_of(&name, NULL, BOOK(""), LOOKS, 0));
	assert_non_null(strstr(err.message, "goes on and on"));
	assert_false(make_of(&cell, NULL, BOOK(""), LOOKS, 0));
	assert_non_null(strstr(err.message, "more than 32767 characters"));
	assert_false(make_of(&bomb, NULL, BOOK(""), LOOKS, 0));
	assert_non_null(strstr(err.message, "unpacks to far more than it is"));
	free(blanks);
	free(much);
}

/* Names that a parser would keep one by one. */
static void names_without_end(void **state)
{
	char *much = malloc(8 * MIB), *end = much;
	struct part sheet = { NULL, HEAD, much, TAIL, 4 };

	(void)state;
	for (int i = 0; i < 100000; i++)
		end +=
		    sprintf(end,
			    "<n%06d.................................................../>",
			    i);
	assert_false(make_of(&sheet, NULL, BOOK(""), LOOKS, 0));
	assert_non_null(strstr(err.message, "too many names"));
	free(much);
}

/* 100,000 shared texts and as many rows, the last of which names the last text. */
static void many_texts_need_no_memory(void **state)
{
	char text[700];
	struct part texts = { "xl/sharedStrings.xml", "<sst>", text, "</sst>", 100000 };
	struct part sheet = { NULL, HEAD TWO_HEADS,
			      "<row><c t=\"s\"><v>99999</v></c><c><v>2</v></c></row>",
			      TAIL, 200000 };

	(void)state;
	spare(48);
	memcpy(text, "<si><t>", 7);
	memset(text + 7, 'y', 600);
	memcpy(text + 607, "</t></si>", 10);
	assert_true(make_of(&sheet, &texts, BOOK(""), LOOKS, 0));
	assert_int_equal(strncmp(made, "a,b\nyyy", 7), 0);
}

static void no_book(void **state)
{
	const struct part other[] = { { "content.xml", "<x/>" }, { 0 } };
	struct lines_shape shape = { 0 };
	struct lines_made m;
	struct arena *a = arena_new();
	int fd = zip_file(other);

	(void)state;
	err = (struct err){ 0 };
	assert_false(lines_make(a, fd, &shape, 0, &m, &err));
	assert_non_null(strstr(err.message, "no whole spreadsheet"));
	close(fd);
	arena_free(a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rows_keep_their_numbers),
		cmocka_unit_test(names_may_lack),
		cmocka_unit_test(days_count_from_two_years),
		cmocka_unit_test(digits_that_are_lost_are_told),
		cmocka_unit_test(order_is_kept),
		cmocka_unit_test(nothing_is_declared),
		cmocka_unit_test(what_never_ends_is_refused_in_little_memory),
		cmocka_unit_test(names_without_end),
		cmocka_unit_test(many_texts_need_no_memory),
		cmocka_unit_test(no_book),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
