# The list of what the program is made of (SPDX): what NOTICE names and what the linker says are the same libraries.
. "$srcdir/tests/lib.sh"
command -v readelf >/dev/null || { echo "ok nothing to do without readelf"; exit 0; }
made() {	# LIBRARIES NOTICE LINKED
	awk -v version=1.0 -v created=2026-01-02T03:04:05Z -f "$srcdir/packaging/sbom.awk" "$@" 2>"$work/said"
}
libraries="$srcdir/packaging/libraries" notice="$srcdir/NOTICE" linked="$work/linked.txt" list="$work/steward.spdx"
sh "$srcdir/packaging/linked.sh" "$builddir" "$libraries" >"$linked"
ok "the linker says something" "$([ "$(grep -c '\.so' "$linked")" -gt 20 ]; echo $?)"
made "$libraries" "$notice" "$linked" >"$list"
same "nothing is linked that NOTICE does not name, and nothing named that is not linked" "0 " "$? $(cat "$work/said")"
same "the libraries are those of NOTICE" \
	"$(sed -n '/^Linked when it runs/,/^Linked by the tests/s/^  \([^ ].\{12\}\) .*/\1/p' "$notice" | sed 's/ *$//' | sort)" \
	"$(sed -n 's/^PackageName: //p' "$list" | grep -vx steward | sort)"
same "with the licence it has there" "LGPL-2.1-or-later LGPL-2.1-only PostgreSQL" "$(for name in libconfig libseccomp libpq; do
	awk -v RS= -v name="PackageName: $name" 'index($0, name "\n") == 1' "$list" | sed -n 's/^PackageLicenseDeclared: //p'; done | paste -sd ' ')"
same "and by whom it is linked" "lib/steward/gateway.so" \
	"$(sed -n '/DYNAMIC_LINK SPDXRef-curl/{n;s/.*<text>\(.*\)<\/text>/\1/p}' "$list")"
same "versions are those that are installed" "$(pkg-config --modversion libpq)" \
	"$(sed -n '/^PackageName: libpq$/,/^$/s/^PackageVersion: //p' "$list")"

# The form: what SPDX 2.3 requires of a document and of each package, and no name that leads nowhere or twice.
same "the document says what it is" 7 "$(grep -cE '^(SPDXVersion: SPDX-2\.3|DataLicense: CC0-1\.0|SPDXID: SPDXRef-DOCUMENT|DocumentName: .+|DocumentNamespace: https?://.+|Creator: Tool: .+|Created: [0-9T:-]+Z)$' "$list")"
packages=$(grep -c '^PackageName: ' "$list")
same "each package has what it must" "" "$(for field in SPDXID PackageDownloadLocation FilesAnalyzed PackageLicenseConcluded PackageLicenseDeclared \
	PackageCopyrightText; do [ "$(sed -n '/^PackageName/,$p' "$list" | grep -c "^$field: ..*")" -eq "$packages" ] || echo "$field"; done)"
same "names are those that SPDX admits, each once" "" "$(sed -n 's/^SPDXID: //p' "$list" | sort | uniq -d
	sed -n 's/^SPDXID: //p' "$list" | grep -vE '^SPDXRef-[A-Za-z0-9.-]+$')"
same "what is related is there" "" "$(awk '/^Relationship:/ { print $2; print $4 }' "$list" | sort -u | while read -r ref; do
	grep -qx "SPDXID: $ref" "$list" || echo "$ref"; done)"

{ cat "$linked"; echo 'lib/steward/new.so libnonesuch.so.1'; } >"$work/more"
made "$libraries" "$notice" "$work/more" >/dev/null
same "a library that nobody has named is told, and fails" "1 1" "$? $(grep -c 'new.so links libnonesuch.so.1' "$work/said")"
grep -v '^  curl' "$notice" >"$work/less"
made "$libraries" "$work/less" "$linked" >/dev/null
same "one that NOTICE lacks is told" "1 1" "$? $(grep -c 'NOTICE does not name curl' "$work/said")"
sed 's/^  curl .*/&\n  zlib          MIT licence. Copyright nobody here/' "$notice" >"$work/more"
made "$libraries" "$work/more" "$linked" >/dev/null
same "so is one that nothing links" "1 1" "$? $(grep -c 'NOTICE names zlib, which nothing links' "$work/said")"
sed 's/^  curl .*/  curl          house licence. Copyright Daniel Stenberg/' "$notice" >"$work/other"
made "$libraries" "$work/other" "$linked" >/dev/null
same "and a licence without a name" "1 1" "$? $(grep -c 'without a name of SPDX: house licence' "$work/said")"
finish
