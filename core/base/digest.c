#include "digest.h"

#include <errno.h>
#include <openssl/evp.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#define CHUNK 65536

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

struct digest *digest_new(void)
{
	EVP_MD_CTX *ctx = EVP_MD_CTX_new();

	if (!ctx || !EVP_DigestInit_ex(ctx, EVP_sha256(), NULL))
		abort();
	return (struct digest *)ctx;
}

void digest_add(struct digest *d, const void *data, size_t n)
{
	if (!EVP_DigestUpdate((EVP_MD_CTX *)d, data, n))
		abort();
}

void digest_end(struct digest *d, char out[DIGEST_TEXT])
{
	unsigned char raw[EVP_MAX_MD_SIZE];

	if (!EVP_DigestFinal_ex((EVP_MD_CTX *)d, raw, NULL))
		abort();
	to_hex(raw, out);
}

void digest_free(struct digest *d)
{
	EVP_MD_CTX_free((EVP_MD_CTX *)d);
}

bool digest_descriptor(int fd, char out[DIGEST_TEXT], struct err *e)
{
	struct digest *d = digest_new();
	char *piece = malloc(CHUNK);
	ssize_t n;

	if (!piece)
		abort();
	while ((n = read(fd, piece, CHUNK)) > 0 || (n < 0 && errno == EINTR))
		if (n > 0)
			digest_add(d, piece, (size_t)n);
	if (n < 0)
		err_errno(e, "could not read the file");
	digest_end(d, out);
	digest_free(d);
	free(piece);
	return n == 0 &&
	       (lseek(fd, 0, SEEK_SET) == 0 || err_errno(e, "could not read the file"));
}
