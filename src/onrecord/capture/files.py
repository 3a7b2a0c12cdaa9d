"""Files, folders and standard input → Snapshots."""

from __future__ import annotations

import hashlib
import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from onrecord.capture import media
from onrecord.capture.options import Failure, Options
from onrecord.model import Snapshot
from onrecord.model.errors import FormatUnknown, SourceError, SourceForbidden, SourceNotFound, SourceTooLarge, SourceUnreachable


def walk(path: Path, options: Options) -> Iterator[Snapshot | Failure]:
    """Yield the snapshot of a file, or those of all pages in a folder and below it.

    A folder's files come sorted by name, without hidden ones; folders reached through a link are not entered.

    Raises:
        SourceError: where `path` is a file that cannot be read. Inside a folder that is a Failure.
    """
    if not path.is_dir():
        yield read(path, options)
        return
    problems: list[OSError] = []
    for folder, names, files in os.walk(path, onerror=problems.append):
        names[:] = sorted(name for name in names if not name.startswith("."))
        for name in sorted(file for file in files if not file.startswith(".")):
            yield _in_folder(Path(folder) / name, options)
    for problem in problems:
        yield Failure(str(problem.filename), _refused(Path(problem.filename), problem))


def _in_folder(file: Path, options: Options) -> Snapshot | Failure:
    if file.suffix.lower() not in media.BY_ENDING:
        cure = f"onrecord reads {', '.join(sorted(media.BY_ENDING))}; name the file itself to have it tried"
        return Failure(str(file), FormatUnknown(f"{file}: skipped, no known type of page", cure), skipped=True)
    try:
        return read(file, options)
    except SourceError as error:
        return Failure(str(file), error)


def read(path: Path, options: Options) -> Snapshot:
    """Return the snapshot of one file.

    Raises:
        SourceNotFound: where there is none.
        SourceForbidden: where it may not be read.
        SourceTooLarge: where it is larger than `options.max_bytes`.
        SourceUnreachable: where it is a device or a pipe, or the disk fails.
    """
    try:
        kind = path.stat()
        if not stat.S_ISREG(kind.st_mode) and not str(path).startswith("/dev/"):
            raise SourceUnreachable(f"{path}: not a file of bytes", "name a file or a folder, or pipe it in and give -")
        _check_size(str(path), kind.st_size, options)
        with path.open("rb") as stream:
            content = _limited(str(path), stream, options)
    except (OSError, ValueError) as problem:
        raise _refused(path, problem) from None
    return snapshot(content, path.resolve().as_uri(), media.BY_ENDING.get(path.suffix.lower(), media.UNKNOWN), options)


def standard_input(options: Options) -> Snapshot:
    """Return what stands on standard input as a snapshot with the address `stdin:`.

    Raises:
        SourceTooLarge: where it is larger than `options.max_bytes`.
    """
    stream = options.stdin if options.stdin is not None else sys.stdin.buffer
    return snapshot(_limited("standard input", stream, options), "stdin:", media.UNKNOWN, options)


def snapshot(content: bytes, url: str, media_type: str, options: Options) -> Snapshot:
    """Return the snapshot of these bytes, taken now."""
    return Snapshot(hashlib.sha256(content).hexdigest(), content, url, media_type, options.clock())


def _limited(name: str, stream: BinaryIO, options: Options) -> bytes:
    content = stream.read(options.max_bytes + 1)
    _check_size(name, len(content), options)
    return content


def _check_size(name: str, size: int, options: Options) -> None:
    if size > options.max_bytes:
        raise SourceTooLarge(f"{name}: larger than {options.max_bytes / 1e6:g} MB", "split it, or raise the size limit")


def _refused(path: Path, problem: OSError | ValueError) -> SourceError:
    if isinstance(problem, FileNotFoundError | NotADirectoryError):
        return SourceNotFound(f"{path}: no such file or folder", "check the spelling of the path")
    if isinstance(problem, PermissionError):
        return SourceForbidden(f"{path}: no permission to read it", "change its permissions, or read it as its owner")
    reason = problem.strerror if isinstance(problem, OSError) else str(problem)
    return SourceUnreachable(f"{path}: cannot be read ({reason})", "check the disk and the path")
