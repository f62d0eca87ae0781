"""Starts the dashboard: `streamlit run streamlit_app.py`. COMMUNITY_HOME and DEMO say which book it shows.

Streamlit finds `app` in this file and serves it, with the front before it; for each visit it then runs this same file
as a script. Started in any other way there is no front, and the door stays shut unless a login is set up.
"""

if __name__ == "__main__":
    from dashboard.page_frame import run

    run()
else:
    from streamlit import App

    from dashboard.front import front

    app = App(__file__, middleware=front())
