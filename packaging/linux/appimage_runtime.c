/* The program in front of the squashfs image of an AppImage (a runtime of type 2): it mounts the image by FUSE for as
 * long as the program in it runs, and starts the AppRun in it. packaging/appimage.py builds it, linked statically, from
 * squashfuse (BSD) and libfuse (LGPL-2.1) as the system has them.
 *
 *   --appimage-offset    prints where the image begins
 *   --appimage-extract   unpacks it to squashfs-root, for where there is no FUSE
 */
#define _GNU_SOURCE
#include <squashfuse/config.h>

#include <elf.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <squashfuse/ll.h>
#include <squashfuse/squashfuse.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static char self[PATH_MAX];

static int fail(const char *what) {
    fprintf(stderr, "%s: %s\n", what, errno ? strerror(errno) : "it is damaged");
    return 127;
}

/* The image begins where this program ends: behind the table of its sections. 0: this is no such program. */
static size_t image_offset(void) {
    Elf64_Ehdr head;
    int file = open(self, O_RDONLY | O_CLOEXEC);
    ssize_t got = file < 0 ? -1 : read(file, &head, sizeof head);
    if (file >= 0) close(file);
    return got == sizeof head ? head.e_shoff + (size_t)head.e_shentsize * head.e_shnum : 0;
}

/* -- unpacking ------------------------------------------------------------------------------------------------- */

static int write_file(sqfs *fs, sqfs_inode *inode, const char *path) {
    static char block[1 << 20];
    int out = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, inode->base.mode & 0777);
    sqfs_off_t at = 0, size = (sqfs_off_t)inode->xtra.reg.file_size;
    if (out < 0) return -1;
    while (at < size) {
        sqfs_off_t part = sizeof block;
        if (sqfs_read_range(fs, inode, at, &part, block) != SQFS_OK || part <= 0) break;
        if (write(out, block, (size_t)part) != (ssize_t)part) break;
        at += part;
    }
    return close(out) == 0 && at == size ? 0 : -1;
}

static int write_link(sqfs *fs, sqfs_inode *inode, const char *path) {
    char target[PATH_MAX];
    size_t size = sizeof target;
    if (sqfs_readlink(fs, inode, target, &size) != SQFS_OK) return -1;
    unlink(path);
    return symlink(target, path);
}

static int write_entry(sqfs *fs, sqfs_traverse *at, const char *folder) {
    char path[PATH_MAX];
    sqfs_inode inode;
    if (snprintf(path, sizeof path, "%s/%s", folder, at->path) >= (int)sizeof path) return -1;
    if (sqfs_inode_get(fs, &inode, sqfs_dentry_inode(&at->entry)) != SQFS_OK) return -1;
    if (S_ISDIR(inode.base.mode)) return mkdir(path, 0755) == 0 || errno == EEXIST ? 0 : -1;
    if (S_ISLNK(inode.base.mode)) return write_link(fs, &inode, path);
    return S_ISREG(inode.base.mode) ? write_file(fs, &inode, path) : 0;
}

static int extract(size_t offset, const char *folder) {
    sqfs fs;
    sqfs_traverse at;
    sqfs_err error = SQFS_OK;
    if (mkdir(folder, 0755) != 0 && errno != EEXIST) return fail(folder);
    if (sqfs_open_image(&fs, self, offset) != SQFS_OK) return fail(self);
    if (sqfs_traverse_open(&at, &fs, sqfs_inode_root(&fs)) != SQFS_OK) return fail(self);
    while (errno = 0, sqfs_traverse_next(&at, &error))
        if (!at.dir_end && write_entry(&fs, &at, folder) != 0) return fail(at.path);
    return error == SQFS_OK ? 0 : fail(self);
}

/* -- mounting -------------------------------------------------------------------------------------------------- */

/* Answers the kernel until nobody holds the other end of alive any more: the program in the image does, unknowingly. */
static void serve(struct fuse_session *session, int alive) {
    struct fuse_buf request = {0};
    struct pollfd on[2] = {{fuse_session_fd(session), POLLIN, 0}, {alive, POLLIN, 0}};
    while (!fuse_session_exited(session)) {
        if (poll(on, 2, -1) < 0 && errno != EINTR) break;
        if (on[1].revents) break;
        if (!on[0].revents) continue;
        int got = fuse_session_receive_buf(session, &request);
        if (got == -EINTR || got == -EAGAIN) continue;
        if (got <= 0) break;
        fuse_session_process_buf(session, &request);
    }
}

/* In a process of its own. One byte into ready: it is mounted. */
static int keep_mounted(size_t offset, const char *folder, int ready, int alive) {
    struct fuse_lowlevel_ops ops = {
        .getattr = sqfs_ll_op_getattr, .opendir = sqfs_ll_op_opendir, .releasedir = sqfs_ll_op_releasedir,
        .readdir = sqfs_ll_op_readdir, .lookup = sqfs_ll_op_lookup, .open = sqfs_ll_op_open,
        .release = sqfs_ll_op_release, .read = sqfs_ll_op_read, .readlink = sqfs_ll_op_readlink,
        .listxattr = sqfs_ll_op_listxattr, .getxattr = sqfs_ll_op_getxattr, .forget = sqfs_ll_op_forget,
        .statfs = stfs_ll_op_statfs,
    };
    char *words[] = {"appimage", "-oro,nodev,nosuid,subtype=appimage", NULL};
    struct fuse_args args = FUSE_ARGS_INIT(2, words);
    sqfs_ll *image = sqfs_ll_open(self, offset);
    if (image == NULL) return 1;
    struct fuse_session *session = fuse_session_new(&args, &ops, sizeof ops, image);
    if (session == NULL || fuse_session_mount(session, folder) != 0) return 1;
    int nowhere = open("/dev/null", O_RDWR);
    if (write(ready, "", 1) != 1) alive = nowhere; /* readable at once: it ends */
    for (int each = 0; each < 3; each++) dup2(nowhere, each); /* who reads the program's output must see its end */
    serve(session, alive);
    fuse_session_unmount(session);
    rmdir(folder);
    return 0;
}

/* Mounts the image at folder. Whoever is started from here on holds it there. */
static int mount_image(size_t offset, const char *folder) {
    int ready[2], alive[2];
    char byte;
    if (pipe2(ready, O_CLOEXEC) != 0 || pipe(alive) != 0) return -1;
    pid_t first = fork();
    if (first == 0) {
        setsid();
        if (fork() != 0) _exit(0); /* not a child of the program, which knows nothing of it */
        close(ready[0]);
        close(alive[1]);
        _exit(keep_mounted(offset, folder, ready[1], alive[0]));
    }
    close(ready[1]);
    close(alive[0]);
    waitpid(first, NULL, 0);
    return first > 0 && read(ready[0], &byte, 1) == 1 ? 0 : -1;
}

static int start(const char *folder, char **arguments) {
    char program[PATH_MAX], here[PATH_MAX];
    setenv("APPIMAGE", self, 1);
    setenv("APPDIR", folder, 1);
    setenv("ARGV0", arguments[0], 1);
    if (getcwd(here, sizeof here) != NULL) setenv("OWD", here, 1);
    if (snprintf(program, sizeof program, "%s/AppRun", folder) < (int)sizeof program) execv(program, arguments);
    return fail(program);
}

int main(int count, char **arguments) {
    const char *asked = count > 1 ? arguments[1] : "";
    ssize_t length = readlink("/proc/self/exe", self, sizeof self - 1);
    size_t offset = length > 0 ? image_offset() : 0;
    if (offset == 0) return fail("AppImage");
    if (strcmp(asked, "--appimage-offset") == 0) return printf("%zu\n", offset) < 0;
    if (strcmp(asked, "--appimage-extract") == 0) return extract(offset, "squashfs-root");
    const char *place = getenv("TMPDIR");
    char folder[PATH_MAX / 2];
    if (place == NULL || strlen(place) > sizeof folder / 2) place = "/tmp";
    snprintf(folder, sizeof folder, "%s/.mount_XXXXXX", place);
    if (mkdtemp(folder) == NULL) return fail(folder);
    if (mount_image(offset, folder) == 0) return start(folder, arguments);
    rmdir(folder);
    fprintf(stderr, "This AppImage cannot be mounted: FUSE 3 is missing (Debian and Ubuntu: the package fuse3).\n"
                    "Without it: %s --appimage-extract, then squashfs-root/AppRun.\n", arguments[0]);
    return 127;
}
