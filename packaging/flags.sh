# flags NAME=FOLDER...: how C is translated so that two builds in two folders are the same byte for byte: no folder of the
# machine stands in what comes out, and no day or time.
flags() {
	printf '%s' '-g -O2 -Wdate-time -Werror=date-time'
	for flags_folder in "$@"; do
		printf ' -ffile-prefix-map=%s=%s' "${flags_folder#*=}" "${flags_folder%%=*}"
	done
	echo
}
