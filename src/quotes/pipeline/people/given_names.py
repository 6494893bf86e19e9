"""First names that tell a gender: a small table of common ones, without those that both bear (Alex, Kim, Jordan …).

It is weak evidence, overruled by a title, a role or a pronoun; a name that is not in it tells nothing.
"""

from __future__ import annotations

from typing import Final

from quotes.pipeline.people.wordlists import word_set

FEMALE: Final = word_set(
    "abigail aisha alexis alice amanda amber amelia amina amy andrea angela angelina anita ann anna anne annie "
    "antonia audrey barbara beatrice bella beth betty beverly bianca brenda bridget brittany camilla carla carmen "
    "carol caroline carolyn catherine celine charlene charlotte cheryl chloe christina christine cindy claire "
    "clara claudia colleen constance courtney cynthia daisy danielle daphne deborah debra deirdre delia denise "
    "diana diane dolores donna doris dorothy edith eileen ekaterina elaine eleanor elena elisa elise elizabeth "
    "ella ellen elsa emilia emily emma erica erin esther ethel eva eve evelyn fatima fay fiona florence frances "
    "gabrielle gail gemma georgia geraldine gertrude gillian gina giulia gloria grace greta gwen gwyneth hannah "
    "hazel heather heidi ida helen henrietta hilary hillary imogen ingrid irene iris isabel isabella isabelle ivana "
    "ivanka jacqueline jada jane janelle janet janice jasmine jennifer jenny jessica jill joan joanna joanne "
    "jocelyn josephine joyce judith judy julia julie juliet june kamala karen karin kate katharine katherine "
    "kathleen kathryn kathy katie katrina kayla keira khadija kimberly kirsten kristen kristin kristina kylie "
    "lara latoya laura lauren leah leila lena leticia lily linda lisa liz lori lorraine louise lucia lucille lucy "
    "luisa lydia lynn mabel madeleine madison madonna mae maggie marcia margaret margot maria mariah marian "
    "marianne marie marilyn marina marjorie marta martha mary maryam maureen megan meghan melania melissa "
    "mercedes meredith meryl mia michele michelle mika mildred miley miranda miriam molly monica nadia nadine "
    "nancy naomi natalie natasha nellie nicole nina nora norma olga olivia oprah pamela patricia paula pauline "
    "peggy penelope penny petra philippa phoebe pippa polly priya priyanka rachael rachel rania rebecca regina "
    "rihanna rita roberta rosa rose rosie roxanne ruby ruth sally samantha sandra saoirse sara sarah scarlett "
    "selena serena shakira sharon sheila shirley sienna sigrid simone sofia sonia sophia sophie stacy stella "
    "stephanie susan susanna suzanne svetlana sylvia tamara tanya tara taraji tatiana teresa thelma theresa "
    "tiffany tilda tina trisha uma ursula valerie vanessa vera veronica victoria viola virginia vivian wendy "
    "whitney yasmin yoko yuki yvonne zara zendaya zoe"
)

MALE: Final = word_set(
    "aaron abdul abdullah adam adrian ahmed aidan ajay alan albert alberto alejandro alessandro alexander alfred "
    "ali allan allen alvin amir anders andre andreas andrew andy angus anthony antonio archie arnold arthur ashok "
    "austin barack barry bart ben benjamin bernard bernie bill billy bjorn bob bobby boris brad bradley brandon "
    "brendan brett brian bruce bryan byron calvin carl carlos cesar chad charles christian christopher clarence "
    "clark claude clay clifford clint clive colin conor craig curtis damian damon dan daniel darren darryl dave "
    "david dean declan dennis derek dick diego dirk dmitri dominic don donald doug douglas duncan dustin dylan "
    "earl ed eddie edgar edmund edward edwin elijah elliott elmer emil emmanuel enrique eric erik erling ernest "
    "ernie ethan eugene evan fabio felix fernando floyd francis francisco frank franklin fred freddie frederick "
    "gabriel gareth gary gavin geoff geoffrey george gerald gerard gilbert giorgio giovanni giuseppe glen glenn "
    "gordon graham grant greg gregory gustav guy hamid hank hans harold harry harvey hassan hector henrik henry "
    "herbert herman hiroshi howard hugh hugo hussein ian ibrahim igor isaac ivan jack jacob jacques jaime jake "
    "jamal james jan jared jason javier jay jeb jeff jefferson jeffrey jens jeremy jerry jim jimmy joe joel johan "
    "johannes john johnny jon jonas jonathan jorge jose joseph joshua juan juergen julian julio jurgen justin "
    "karl keanu keith ken kenji kenneth kevin kirk klaus krist kurt kwame kyle lamar lance larry lars laurent "
    "lawrence leif leo leon leonard leonardo leroy lewis liam lionel lloyd logan lorenzo louis luca lucas luigi "
    "luis luke luther magnus mahmoud malcolm manuel marc marcel marco marcus marek mario mark marlon martin marty "
    "marvin mason mateo matt matthew mauricio max maxwell mehmet melvin michael mick miguel mike mikhail miles "
    "mitch mitchell mitt mohamed mohammed muhammad nathan neil nelson newt nicholas nick nigel nikolai noah noel "
    "norman olaf oliver olivier omar orlando oscar owen pablo patrick paul pavel pedro perry pete peter phil "
    "philip pierre piotr quentin rafael rahul rajesh ralph ramon randall randy raul ray raymond reggie rex "
    "ricardo richard rick ringo rob robert roberto rodney rodrigo roger roland roman ron ronald rory ross roy "
    "rudy rupert russell rutger ryan salman salvador samuel sanjay santiago satoshi saul scott sean sebastian "
    "sergei sergio seth shane shaun sidney simon sinclair spencer stan stanley stefan stephen steve steven stuart "
    "sven sylvester takashi tariq ted teddy terence theodore thierry thom thomas tim timothy tobias todd tom "
    "tomas tommy tony travis trent trevor tristan troy tyler vic viktor vincent vladimir wally walter warren "
    "wayne werner wesley wilfred will william willie winston xavier yuri yusuf zachary zack zoltan"
)
