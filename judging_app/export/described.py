"""What a document says of itself: as its information, and as metadata that programs read."""

from xml.sax.saxutils import escape

from reportlab.pdfbase.pdfdoc import (
    PDFDictionary,
    PDFDocument,
    PDFInfo,
    PDFName,
    PDFStream,
    PDFString,
)

_PACKET = b"""<?xpacket begin="\xef\xbb\xbf" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">%(title)s</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>%(author)s</rdf:li></rdf:Seq></dc:creator>
<dc:description>
<rdf:Alt><rdf:li xml:lang="x-default">%(subject)s</rdf:li></rdf:Alt>
</dc:description>
<dc:language><rdf:Bag><rdf:li>%(language)s</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>%(producer)s</pdf:Producer>
<xmp:CreatorTool>%(producer)s</xmp:CreatorTool>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""


class Undated(PDFInfo):
    """The information of a document without a time: a paper printed again is the same bytes."""

    def format(self, document: PDFDocument) -> bytes:
        """As it stands in the file."""
        told = {
            "Title": self.title,
            "Author": self.author,
            "Subject": self.subject,
            "Creator": self.creator,
            "Producer": self.producer,
        }
        return PDFDictionary({key: PDFString(text) for key, text in told.items()}).format(document)


def metadata(title: str, author: str, subject: str, producer: str, language: str) -> bytes:
    """The same as an XMP packet. Source: ISO 16684-1."""
    told = {
        b"title": title,
        b"author": author,
        b"subject": subject,
        b"producer": producer,
        b"language": language,
    }
    return _PACKET % {key: escape(_clean(text)).encode() for key, text in told.items()}


def metadata_stream(content: bytes) -> PDFStream:
    """It as an object of a document, not compressed, so that any program finds it."""
    kind = PDFDictionary({"Type": PDFName("Metadata"), "Subtype": PDFName("XML")})
    return PDFStream(kind, content)


def _clean(text: str) -> str:
    """Without what XML can't hold."""
    return "".join(one for one in text if one >= " " and not "\ud800" <= one <= "\udfff")
