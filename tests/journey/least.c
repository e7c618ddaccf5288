/* The least that a list can cost in curses: a million rows, each made when it is painted;
 * arrows and page keys move, q ends.  What the workbench is measured against, turn about
 * with it in one run, so that a busy machine slows both. */
#ifndef _XOPEN_SOURCE
#define _XOPEN_SOURCE 700
#endif
#include <curses.h>
#include <locale.h>

#define ROWS 1000000

static int top, at;

static void paint(void)
{
	for (int row = 0; row < LINES - 1; row++) {
		if (top + row == at)
			attron(A_REVERSE);
		mvprintw(row, 0, "  row %-7d %-*d", top + row + 1, COLS - 14,
			 (top + row) * 7 % 1000);
		attroff(A_REVERSE);
	}
	mvprintw(LINES - 1, 0, "q leave");
	move(at - top, 0);
	refresh();
}

static int inside(int n)
{
	return n < 0 ? 0 : n >= ROWS ? ROWS - 1 : n;
}

/* Moves what is seen no further than it must. */
static void go(int to)
{
	at = inside(to);
	if (at < top)
		top = at;
	if (at >= top + LINES - 1)
		top = at - LINES + 2;
}

static void obey(int key)
{
	switch (key) {
	case KEY_UP:
		go(at - 1);
		break;
	case KEY_DOWN:
		go(at + 1);
		break;
	case KEY_PPAGE:
		go(at - LINES + 1);
		break;
	case KEY_NPAGE:
		go(at + LINES - 1);
		break;
	default:
		break;
	}
}

int main(void)
{
	int key;

	setlocale(LC_ALL, "");
	initscr();
	cbreak();
	noecho();
	keypad(stdscr, TRUE);
	paint();
	while ((key = getch()) != 'q' && key != -1) {
		nodelay(stdscr, TRUE);
		do
			obey(key);
		while ((key = getch()) != -1 && key != 'q');
		if (key == 'q')
			break;
		paint();
		nodelay(stdscr, FALSE);
	}
	endwin();
	return 0;
}
