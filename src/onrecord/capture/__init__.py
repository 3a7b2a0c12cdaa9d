"""A source → Snapshots: bytes kept, hashed, with provenance.

    with Archive("onrecord.warc.gz") as archive:
        for item in capture("https://example.org/news/1"):
            if isinstance(item, Failure):
                print(item.source, item.error)      # one line: the fault and its cure
            else:
                archive.add(item)

A source is a file, a folder (all pages below it), an http or https address, a `file:` address, or `-` for standard input.
A page that cannot be captured is a `Failure` among the snapshots; the run goes on.
"""

from onrecord.capture.archive import Archive
from onrecord.capture.options import Failure, Options
from onrecord.capture.sources import capture, capture_all

__all__ = ["Archive", "Failure", "Options", "capture", "capture_all"]
