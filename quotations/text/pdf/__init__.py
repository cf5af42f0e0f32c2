"""PDF documents: pages, lines and columns, running heads set apart, line-end hyphens kept where they can be undone."""

from quotations.text.pdf.document import text_of_pdf

__all__ = ["text_of_pdf"]
