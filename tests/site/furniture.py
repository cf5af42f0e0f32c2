"""What walls and gates bring along, alone or on whole pages."""

from pages import notice

CHALLENGE = notice("Just a moment...", "paper.example", "Enable JavaScript and cookies to continue", frame=False)
CF_SCRIPT = "<script>window._cf_chl_opt={cvId:'3'};</script><script src='/cdn-cgi/challenge-platform/h/b/orchestrate/chl_page/v1'></script>"
CF_FURNITURE = "<script src='/cdn-cgi/challenge-platform/scripts/jsd/main.js'></script>"
LOGIN_FORM = (
    "<form action='/login' method=post><input name=user><input type=password name=pw><button>Log in</button></form>"
)
