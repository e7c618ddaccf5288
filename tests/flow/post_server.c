/* Another side for the sender: post_server http|smtp PORTFILE LOG answers on a port of
 * its own, which it writes to PORTFILE, and appends what it was told to LOG.  While
 * LOG.fail is there it answers with the number in it instead of taking the message. */
#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static const char *log_path;

static int failure(void)
{
	char path[4096];
	int code = 0;
	FILE *f;

	snprintf(path, sizeof(path), "%s.fail", log_path);
	f = fopen(path, "r");
	if (f && fscanf(f, "%d", &code) != 1)
		code = 0;
	if (f)
		fclose(f);
	return code;
}

/* The line without its end; false at the end of the connection. */
static int read_line(FILE *in, char *line, int size, FILE *log)
{
	if (!fgets(line, size, in))
		return 0;
	line[strcspn(line, "\r\n")] = '\0';
	fprintf(log, "%s\n", line);
	return 1;
}

static void answer_http(FILE *in, FILE *out, FILE *log)
{
	char line[8192];
	long length = 0;
	int code = failure();

	while (read_line(in, line, sizeof(line), log) && line[0])
		if (strncasecmp(line, "Content-Length:", 15) == 0)
			length = strtol(line + 15, NULL, 10);
	for (; length > 0; length--)
		fputc(fgetc(in), log);
	fputc('\n', log);
	fflush(log);	/* who has the answer may look into it */
	if (code)
		fprintf(out, "HTTP/1.1 %d no\r\nContent-Length: 0\r\n\r\n", code);
	else
		fprintf(out, "HTTP/1.1 200 ok\r\nContent-Length: 5\r\n\r\nref-7");
}

static void answer_smtp(FILE *in, FILE *out, FILE *log)
{
	char line[8192];
	int is_text = 0, code;

	fprintf(out, "220 test\r\n");
	fflush(out);
	while (read_line(in, line, sizeof(line), log)) {
		code = failure();
		if (is_text && strcmp(line, ".") != 0)
			continue;
		if (strcmp(line, "DATA") == 0 && !is_text)
			fprintf(out, "354 go on\r\n");
		else if (code && strncmp(line, "RCPT", 4) == 0)
			fprintf(out, "%d no\r\n", code);
		else if (strcmp(line, "QUIT") == 0)
			return;
		else
			fprintf(out, "250 ok\r\n");
		is_text = strcmp(line, "DATA") == 0;
		fflush(out);
	}
}

static int listen_somewhere(const char *port_file)
{
	struct sockaddr_in a = { .sin_family = AF_INET };
	socklen_t n = sizeof(a);
	int fd = socket(AF_INET, SOCK_STREAM, 0);
	FILE *f;

	a.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	if (fd < 0 || bind(fd, (struct sockaddr *)&a, sizeof(a)) || listen(fd, 8) ||
	    getsockname(fd, (struct sockaddr *)&a, &n) || !(f = fopen(port_file, "w")))
		exit(1);
	fprintf(f, "%d\n", ntohs(a.sin_port));
	fclose(f);
	return fd;
}

int main(int argc, char **argv)
{
	int fd, client;

	if (argc != 4)
		return 2;
	log_path = argv[3];
	fd = listen_somewhere(argv[2]);
	while ((client = accept(fd, NULL, NULL)) >= 0) {
		FILE *in = fdopen(client, "r"), *out = fdopen(dup(client), "w");
		FILE *log = fopen(log_path, "a");

		if (!in || !out || !log)
			return 1;
		(argv[1][0] == 's' ? answer_smtp : answer_http)(in, out, log);
		fclose(out);
		fclose(in);
		fclose(log);
	}
	return 0;
}
