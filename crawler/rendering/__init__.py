"""Pages that show their words only after a script has run, built by a browser that never touches the network itself.

Optional: Playwright and a Chromium. Whatever a page asks for goes through the same address guard, robots.txt and lanes as
every other request (`errands`); the browser is told that no name has an address. Off unless a person asks for it.
"""
