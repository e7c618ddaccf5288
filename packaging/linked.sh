#!/bin/sh
# What the linker says of what was built: a line "FILE LIBRARY" for each library of others, and the versions that
# pkg-config has of them.  Our own is not one, nor are those of sanitizers, with which nothing is handed out.
#   packaging/linked.sh BUILD LIBRARIES
set -eu
(cd "$1" && for f in steward lib/steward/steward-worker lib/steward/*.so lib/steward/modules/*.so; do
	[ ! -e "$f" ] || readelf -d "$f" | sed -n "s|.*(NEEDED).*\\[\\(.*\\)\\]|$f \\1|p"
done) | grep -vE ' (libsteward|lib[a-z]*san)\.so' | LC_ALL=C sort -u
awk '/^[^#]/ && $3 != "-" { print $3 }' "$2" | LC_ALL=C sort -u | while read -r name; do
	version=$(pkg-config --modversion "$name" 2>/dev/null) || continue
	echo "version $name $version"
done
