# divide FILES: the paths on the standard input, each with its package before it and a tab between; FILES is the table.
# What no line or more than one has is told on standard error, and fails.
divide() {
	divide_bad=0
	while read -r divide_path; do
		divide_to= divide_n=0
		while read -r divide_package divide_pattern; do
			case $divide_package in '' | '#'*) continue ;; esac
			# shellcheck disable=SC2254
			case $divide_path in
			$divide_pattern) divide_to=$divide_package divide_n=$((divide_n + 1)) ;;
			esac
		done <"$1"
		printf '%s\t%s\n' "$divide_to" "$divide_path"
		[ "$divide_n" -eq 1 ] && continue
		divide_bad=1
		echo "$divide_path is in $divide_n lines of $1; it belongs to one package" >&2
	done
	return $divide_bad
}
