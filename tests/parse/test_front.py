"""What stands above the text: masthead, bodies, title."""


def test_the_long_name_of_a_body_above_the_title_is_no_title(report):
    read = report("""
        UNEP/WG/3/4

        Conference of the Parties to the Convention on Hazardous Goods and the Control of Their Movement across Borders
        Open-ended Intergovernmental Working Group on Used Equipment
        Third session
        Nairobi, 15–18 March 2021

        Report of the Open-ended Intergovernmental Working Group on Used Equipment on its third session

        I. Introduction

        1. The session was held in Nairobi from 15 to 18 March 2021 and was opened by the Chair.

        2. It was attended by 120 participants from 60 States, as well as by observers of many organizations.
    """)
    assert (
        read.title == "Report of the Open-ended Intergovernmental Working Group on Used Equipment on its third session"
    )
    assert read.body == "Open-ended Intergovernmental Working Group on Used Equipment"
