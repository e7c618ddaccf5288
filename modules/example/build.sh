#!/bin/sh
# Builds the smallest module against an installed steward; doc/module.md tells each line of it, and its test keeps both alike.
set -eu
cd "$(dirname "$0")"
sql2c=$(pkg-config --variable=sql2c steward)
for f in tables allotments; do
	awk -v out=h -v base=$f -v id=$f -f "$sql2c" $f.sql > ${f}_sql.h
	awk -v out=c -v base=$f -v id=$f -f "$sql2c" $f.sql > ${f}_sql.c
done
cc -shared -fPIC -I. $(pkg-config --cflags steward) -o allotments.so allotments.c tables_sql.c allotments_sql.c
