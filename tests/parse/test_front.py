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


def test_items_are_read_where_their_opening_has_no_colon(report):
    read = report("""
        Report of the Working Group on Road Markings

        I. Recommendations

        1. The Working Group recommended that States should

        (a) Collect data on road deaths within 30 days;

        (b) Prepare a guide on helmets.

        2. The Working Group took up the matter of lines on wet roads, and agreed that it would go on with it.

        3. It thanked the Government of Kenya for its support in the biennium, which had allowed all the work to be done.
    """)
    assert [p.id for p in read.paragraphs] == ["front", "1", "1(a)", "1(b)", "2", "3"]
