"""Where the embedded server's files can lie, and as whom it runs.

PostgreSQL refuses to run as root. As root we run it as somebody without rights, who must then be able to reach the
data folder, the socket folder and the programs; a clone under /root is out of that somebody's reach.
"""

import hashlib
import os
import pwd
import shutil
import stat
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

SOCKET_NAME = ".s.PGSQL.5432"
LONGEST_SOCKET_PATH = 100  # the system's limit is 104 to 108 bytes, with the name of the lock file in it
ELSEWHERE = "elsewhere"
SHELF = "antesala"


@dataclass(frozen=True)
class Somebody:
    """The user that the server runs as; `switch` tells whether that is another one than ourselves."""

    uid: int
    gid: int
    switch: bool

    def own(self, path: Path) -> None:
        if self.switch:
            os.chown(path, self.uid, self.gid)

    def can_enter(self, folder: Path) -> bool:
        """Asked of the system itself: permissions of all folders above, mounts and lists of rights count."""
        if not self.switch:
            return True
        return self._succeeds(["/bin/sh", "-c", 'cd -- "$1"', "sh", str(folder)])

    def can_run(self, program: Path) -> bool:
        return not self.switch or self._succeeds([str(program), "--version"])

    def _succeeds(self, command: list[str]) -> bool:
        try:
            done = subprocess.run(
                command, cwd="/", user=self.uid, group=self.gid, extra_groups=[], capture_output=True, timeout=30
            )
        except OSError:
            return False
        return done.returncode == 0


def somebody(data: Path) -> Somebody:
    """Ourselves; as root the owner of the data that is there, or a user without rights."""
    if os.geteuid() != 0:
        _must_have_a_name(os.geteuid())
        return Somebody(os.geteuid(), os.getegid(), switch=False)
    if data.exists() and data.stat().st_uid != 0:
        owner = data.stat()
        return Somebody(owner.st_uid, owner.st_gid, switch=True)
    for name in ("nobody", "daemon", "bin"):
        try:
            known = pwd.getpwnam(name)
        except KeyError:
            continue
        if known.pw_uid != 0:
            return Somebody(known.pw_uid, known.pw_gid, switch=True)
    raise RuntimeError("Started as root, and this machine has no user without rights to run PostgreSQL as.")


def _must_have_a_name(uid: int) -> None:
    """PostgreSQL's own programs look it up, and end in a riddle without it; containers with made-up users lack it."""
    try:
        pwd.getpwuid(uid)
    except KeyError:
        raise RuntimeError(
            f"User number {uid} has no name on this machine, and PostgreSQL does not start without one. "
            "Add it to /etc/passwd, or set DATABASE_URL to a server that is running."
        ) from None


def home(folder: Path, user: Somebody, *, durable: bool) -> Path:
    """The folder that holds the data: the one that was asked for, or where `elsewhere` in it points to.

    The pointer is made when the server's user cannot enter the folder. It is a new place each time, so that a
    folder that was deleted by hand starts empty.
    """
    pointer = folder / ELSEWHERE
    if pointer.is_symlink() and pointer.is_dir():
        return pointer.resolve()
    if user.can_enter(folder):
        return folder
    if (folder / "data").exists():
        raise RuntimeError(f"The database's user (number {user.uid}) can no longer enter {folder}; `make reset` helps.")
    made = Path(tempfile.mkdtemp(prefix="data-", dir=shelf(user, durable=durable)))
    made.chmod(0o755)
    pointer.unlink(missing_ok=True)
    pointer.symlink_to(made)
    return made


def shelf(user: Somebody, *, durable: bool) -> Path:
    """A folder of ours outside of the project that the server's user can enter; kept over a restart if durable."""
    lasting = [Path("/var/lib"), Path("/var/tmp")] if durable else []
    for above in [*lasting, Path(tempfile.gettempdir()), Path("/tmp"), Path("/var/tmp")]:
        place = above / SHELF
        try:
            place.mkdir(mode=0o755, exist_ok=True)
            place.chmod(0o755)
        except OSError:
            continue
        if _is_ours(place, os.geteuid()) and user.can_enter(place):
            return place
    raise RuntimeError("No folder was found that the database's user can enter. Set DATABASE_URL, or do not be root.")


def socket_folder(home: Path, user: Somebody) -> Path:
    """A folder for the socket that nobody else can enter: beside the data, or under /tmp if that path is too long."""
    beside = home / "socket"
    if len(os.fsencode(beside / SOCKET_NAME)) <= LONGEST_SOCKET_PATH:
        chosen = beside
    else:
        key = hashlib.sha256(os.fsencode(home.resolve())).hexdigest()[:16]
        chosen = Path("/tmp") / f"{SHELF}-{key}-{user.uid}"
    try:
        chosen.mkdir(mode=0o700)
        user.own(chosen)
    except FileExistsError:
        if not _is_ours(chosen, user.uid):
            raise RuntimeError(f"{chosen} belongs to somebody else.") from None
    chosen.chmod(0o700)
    return chosen


def remove(folder: Path) -> None:
    """Delete the folder with everything that lies elsewhere for it. The server must not be running."""
    pointer = folder / ELSEWHERE
    places = [pointer.resolve()] if pointer.is_symlink() else []
    for place in [*places, folder]:
        key = hashlib.sha256(os.fsencode(place.resolve())).hexdigest()[:16]
        for socket in Path("/tmp").glob(f"{SHELF}-{key}-*"):
            shutil.rmtree(socket, ignore_errors=True)
        shutil.rmtree(place, ignore_errors=True)


def _is_ours(folder: Path, uid: int) -> bool:
    found = folder.lstat()
    return stat.S_ISDIR(found.st_mode) and found.st_uid == uid
