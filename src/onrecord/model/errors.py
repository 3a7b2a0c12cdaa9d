"""Everything that can go wrong, and its cure.

    OnrecordError
    ├── SourceError            a source that cannot be captured
    │   ├── SourceNotFound
    │   ├── SourceTooLarge
    │   ├── SourceForbidden    robots.txt, a private address, no permission
    │   └── SourceUnreachable  network, time-out, HTTP status
    ├── PageError              a snapshot that cannot be decoded
    │   ├── PageEmpty
    │   ├── PageUnreadable     damaged, wrong encoding, binary
    │   ├── PageLocked         needs a password
    │   └── FormatUnknown
    ├── LanguageError          a language or model that is not there
    ├── GroundingError         an extracted string that is not in the text
    ├── DateError              text that is no EDTF date
    ├── RecordError            the database
    │   ├── RecordNotFound
    │   ├── RecordLocked
    │   ├── RecordDamaged
    │   ├── RecordNewer        written by a newer onrecord
    │   ├── DecisionOverlap    somebody else has decided the same matter meanwhile
    │   └── DecisionClash      judgements that cannot all hold
    └── UsageError             a call that cannot be carried out as given

Each message is one line that says what is wrong and then what cures it. The command line prints that line alone.
"""

from __future__ import annotations


class OnrecordError(Exception):
    """The root: `str(error)` is one line that names the fault and its cure.

    Args:
        fault: what is wrong, without a full stop at its end.
        cure: what the user can do about it, as a clause; may be empty.
    """

    def __init__(self, fault: str, cure: str = "") -> None:
        self.fault = " ".join(fault.split())
        self.cure = " ".join(cure.split())
        super().__init__(f"{self.fault}: {self.cure}" if self.cure else self.fault)


class SourceError(OnrecordError):
    """A source that cannot be captured."""


class SourceNotFound(SourceError):
    """There is no such file, folder or page."""


class SourceTooLarge(SourceError):
    """The source is larger than the limit."""


class SourceForbidden(SourceError):
    """Reading the source is not allowed."""


class SourceUnreachable(SourceError):
    """The source did not answer, or not with a page."""


class PageError(OnrecordError):
    """A snapshot that cannot be decoded."""


class PageEmpty(PageError):
    """The page holds no text."""


class PageUnreadable(PageError):
    """The bytes are damaged, or not what they claim to be."""


class PageLocked(PageError):
    """The page needs a password."""


class FormatUnknown(PageError):
    """onrecord has no reader for this media type."""


class LanguageError(OnrecordError):
    """A language that onrecord does not read, or a model that is missing."""


class GroundingError(OnrecordError):
    """An extracted string is not in the text to the letter."""


class DateError(OnrecordError, ValueError):
    """A text is no date in the part of EDTF that onrecord writes."""

    def __init__(self, text: str) -> None:
        super().__init__(f"{text!r} is no EDTF date", "write it as 2019, 2019-04, 2019-04-03 or XXXX-04-03")


class RecordError(OnrecordError):
    """The database cannot do what was asked."""


class RecordNotFound(RecordError):
    """There is no record at the given place."""


class RecordLocked(RecordError):
    """Another process holds the record, or it may not be written."""


class RecordDamaged(RecordError):
    """The file is no record, or parts of it are broken."""


class RecordNewer(RecordError):
    """The record was written by a newer version of onrecord."""


class DecisionOverlap(RecordError):
    """Somebody else has decided the same matter since the decider looked."""


class DecisionClash(RecordError):
    """A judgement cannot hold beside those that stand."""


class UsageError(OnrecordError):
    """A call that cannot be carried out as given."""
