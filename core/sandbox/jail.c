#include "jail.h"

#include <seccomp.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/resource.h>

#include "rule/wire.h"

static bool limit(int what, rlim_t most)
{
	struct rlimit r = { most, most };

	return setrlimit((__rlimit_resource_t)what, &r) == 0;
}

/* Memory from the kernel, the two pipes, the clock's signal, and the way out. */
static bool allow_calls(scmp_filter_ctx ctx)
{
	static const int calls[] = {
		SCMP_SYS(brk), SCMP_SYS(mmap), SCMP_SYS(munmap), SCMP_SYS(mremap),
		SCMP_SYS(madvise), SCMP_SYS(rt_sigreturn), SCMP_SYS(exit),
		SCMP_SYS(exit_group), SCMP_SYS(futex), SCMP_SYS(restart_syscall),
		SCMP_SYS(getrandom),
	};

	for (size_t i = 0; i < sizeof(calls) / sizeof(*calls); i++)
		if (seccomp_rule_add(ctx, SCMP_ACT_ALLOW, calls[i], 0) != 0)
			return false;
	return seccomp_rule_add(ctx, SCMP_ACT_ALLOW, SCMP_SYS(read), 1,
				SCMP_A0(SCMP_CMP_EQ, WORKER_IN)) == 0 &&
	       seccomp_rule_add(ctx, SCMP_ACT_ALLOW, SCMP_SYS(write), 1,
				SCMP_A0(SCMP_CMP_EQ, WORKER_OUT)) == 0;
}

bool jail_enter(void)
{
	bool ok;

	if (prctl(PR_SET_DUMPABLE, 0) != 0 || !limit(RLIMIT_CORE, 0) ||
	    !limit(RLIMIT_NPROC, 0))
		return false;
#if defined(__SANITIZE_ADDRESS__)
	/* The sanitizers' own run-time needs more system calls than a rule ever may, and
	 * writes what it found into whatever file stands behind the errors. */
	return true;
#endif
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
	return true;
#endif
#endif
	if (!limit(RLIMIT_FSIZE, 0))
		return false;
	scmp_filter_ctx ctx = seccomp_init(SCMP_ACT_KILL_PROCESS);

	ok = ctx && allow_calls(ctx) && seccomp_load(ctx) == 0;
	seccomp_release(ctx);
	return ok;
}
