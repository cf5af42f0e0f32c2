"""The reader of saved web pages: BeautifulSoup on lxml, the text people see, links and inline marks in their places."""

from quotations.reading.html.page import read_html

__all__ = ["read_html"]
