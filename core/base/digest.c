#include "digest.h"

#include <fcntl.h>
#include <openssl/evp.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static void to_hex(const unsigned char *raw, char out[DIGEST_TEXT])
{
	for (int i = 0; i < 32; i++)
		snprintf(out + i * 2, 3, "%02x", raw[i]);
}

char *digest_bytes(const void *data, size_t n, char out[DIGEST_TEXT])
{
	unsigned char raw[EVP_MAX_MD_SIZE];

	if (!EVP_Digest(data, n, raw, NULL, EVP_sha256(), NULL))
		abort();
	to_hex(raw, out);
	return out;
}

/* A pipe or a device may never end, and opening one may never return. */
static FILE *open_plain(const char *path, struct err *e)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	struct stat st;

	if (fd < 0 || fstat(fd, &st) != 0) {
		err_errno(e, "could not open \"%s\"", path);
	} else if (!S_ISREG(st.st_mode)) {
		ERR(e, ERR_INPUT, "\"%s\" is not a file", path);
		err_hint(e, "Give a regular file: it is read twice.");
	} else
		return fdopen(fd, "rb");
	if (fd >= 0)
		close(fd);
	return NULL;
}

bool digest_file(const char *path, char out[DIGEST_TEXT], struct err *e)
{
	static const size_t chunk = 1 << 16;
	unsigned char raw[EVP_MAX_MD_SIZE];
	FILE *f = open_plain(path, e);
	EVP_MD_CTX *ctx;
	char *piece;
	size_t n;
	bool ok;

	if (!f)
		return false;
	ctx = EVP_MD_CTX_new();
	piece = malloc(chunk);
	if (!ctx || !piece || !EVP_DigestInit_ex(ctx, EVP_sha256(), NULL))
		abort();
	while ((n = fread(piece, 1, chunk, f)) > 0)
		EVP_DigestUpdate(ctx, piece, n);
	ok = !ferror(f);
	if (!ok)
		err_errno(e, "could not read \"%s\"", path);
	EVP_DigestFinal_ex(ctx, raw, NULL);
	EVP_MD_CTX_free(ctx);
	free(piece);
	fclose(f);
	to_hex(raw, out);
	return ok;
}
