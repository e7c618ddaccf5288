# What is in the program and what it links, as SPDX 2.3: the licences as NOTICE has them, the libraries as the linker does.
#   awk -v version=V -v created=TIME -f sbom.awk libraries NOTICE linked
# linked: lines "FILE LIBRARY", of what was built, and "version NAME V" of pkg-config's names.  What the linker names and
# the tables do not, and the other way round, is an error.
function fault(text) { print "sbom: " text >"/dev/stderr"; bad = 1 }
function trim(s) { gsub(/^[ \t]+|[ \t]+$/, "", s); return s }
function id(s) { gsub(/[^A-Za-z0-9.-]/, "-", s); return "SPDXRef-" s }
function spdx(words) {
	if (words ~ /^GNU Lesser .*2\.1 or later$/) return "LGPL-2.1-or-later"
	if (words ~ /^GNU Lesser .*2\.1$/) return "LGPL-2.1-only"
	if (words ~ /^GNU Library .*2\.0 or later$/) return "LGPL-2.0-or-later"
	if (words == "Apache License 2.0") return "Apache-2.0"
	if (words == "BSD 2-clause licence") return "BSD-2-Clause"
	if (words == "Unicode licence") return "Unicode-DFS-2016"
	if (words == "zlib licence") return "Zlib"
	if (words ~ /^(MIT|X11|PostgreSQL|curl) licence$/) { sub(/ .*/, "", words); return words }
	fault("NOTICE has a licence without a name of SPDX: " words)
	return "NOASSERTION"
}
function package(name, ref, v, licence, text) {
	printf "\nPackageName: %s\nSPDXID: %s\n", name, ref
	if (v != "") printf "PackageVersion: %s\n", v
	printf "PackageDownloadLocation: NOASSERTION\nFilesAnalyzed: false\nPackageLicenseConcluded: NOASSERTION\n"
	printf "PackageLicenseDeclared: %s\nPackageCopyrightText: <text>%s</text>\n", licence, text
}

FNR == 1 { part++ }
part == 1 && /^[^#]/ { gsub(/_/, " ", $2); name_of[$1] = $2; if ($3 != "-") config_of[$2] = $3 }
part == 2 && /^[A-Z]/ { linked_part = /^Linked when it runs/ }
part == 2 && linked_part && /^  [A-Za-z]/ { order[++n] = name = trim(substr($0, 3, 14)); text[name] = trim(substr($0, 17)) }
part == 2 && linked_part && /^                [^ ]/ { text[name] = text[name] " " trim($0) }
part == 3 && $1 == "version" { version_of[$2] = $3; next }
part == 3 {
	stem = $2
	sub(/\.so.*/, ".so", stem)
	if (!(stem in name_of)) { fault($1 " links " $2 ", which is not in packaging/libraries"); next }
	if (!(name_of[stem] in text)) fault($2 " is linked, and NOTICE does not name " name_of[stem])
	if (index(" " by[name_of[stem]] " ", " " $1 " ") == 0) by[name_of[stem]] = trim(by[name_of[stem]] " " $1)
}
END {
	print "SPDXVersion: SPDX-2.3\nDataLicense: CC0-1.0\nSPDXID: SPDXRef-DOCUMENT\nDocumentName: steward-" version
	print "DocumentNamespace: https://spdx.org/spdxdocs/steward-" version "-" created
	print "Creator: Tool: steward-sbom-" version "\nCreated: " created
	package("steward", "SPDXRef-steward", version, "Apache-2.0", "Copyright the authors of steward")
	print "Relationship: SPDXRef-DOCUMENT DESCRIBES SPDXRef-steward"
	for (i = 1; i <= n; i++) {
		name = order[i]
		if (!(name in by)) { fault("NOTICE names " name ", which nothing links"); continue }
		words = text[name]
		sub(/\. Copyright.*/, "", words)
		rights = text[name]
		sub(/^.*\. Copyright/, "Copyright", rights)
		package(name, id(name), version_of[config_of[name]], spdx(words), rights)
		print "Relationship: SPDXRef-steward DYNAMIC_LINK " id(name)
		print "RelationshipComment: <text>" by[name] "</text>"
	}
	exit bad
}
