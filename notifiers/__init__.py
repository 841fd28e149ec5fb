"""Renders alerts and hands them to the console or, through Apprise, to mail and chat."""
