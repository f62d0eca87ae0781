"""The short and other forms of a given name that people say for it: Peggy for Margaret, Bob for Robert."""

from collections import defaultdict

_ALIKE = """
abigail abby abbie gail; agnes aggie nessie; albert bert al bertie;
alexander alex alec sandy sasha alasdair alistair xander; alexandra alex sandra sandy sasha lexi;
alfred alf alfie fred freddie; amelia amy milly millie; andrew andy drew; ann anne anna annie nan nancy nina;
anthony antony tony ant; antoinette toni netta nettie; archibald archie; arthur art artie; barbara barb babs barbie;
beatrice bea bee trixie; benjamin ben benny benji; bernard bernie; bridget bridie biddy; caroline carol carrie caro;
catherine katherine kathryn kathleen kate katie kathy cathy kay kitty kit kat; cecilia cecily cissie celia;
charles charlie chas chuck; charlotte lottie charlie lotte; christine christina chris chrissie tina;
christopher chris kit topher; constance connie; daniel dan danny; david dave davy dai taffy; deborah debra deb debbie;
dennis den; derek del; diana diane di; donald don donny; dorothy dot dottie dolly dora thea; douglas doug;
edmund ed eddie ned ted; edward ed eddie ned ted teddy; eileen aileen; eleanor ellie nell nellie elinor nora leonora;
elizabeth elisabeth liz lizzie lizzy beth betty bess bessie libby lisa eliza lily elsie elspeth;
emily em emmy milly millie; emma em emmie; ernest ernie; esther hester essie; eugene gene; euphemia effie;
eve eva evie; evelyn evie; florence flo florrie flossie; frances fran frankie fanny francesca; francis frank frankie;
frederick fred freddie freddy; gabriel gabe; gabrielle gabby; gareth gary gaz; geoffrey jeffrey geoff jeff;
george georgie; georgina georgie gina; gerald gerry jerry ged; gerard gerry ged; gertrude gertie trudy;
gillian jill gill; gordon gordie; graham graeme gray; gregory greg; gwendoline gwen; gwyneth gwen; hannah nan;
harold harry hal; harriet hattie harry hettie; helen nell nellie ellen lena helena; henrietta hetty etta;
henry harry hal hank; herbert herb bert bertie; hilda hildy; hugh hughie huw; ian iain; irene rene reenie;
isaac zac ike; isabel isobel isabella izzy bella belle tibby; jacqueline jackie jacqui;
james jim jimmy jamie jem hamish; jane janie jenny janet jean; janet jan jenny netta; jennifer jenny jen jenna;
jeremy jerry jez; jessica jess jessie; joan joanie; joanna joanne jo joey; john jon johnny jack jonny sean;
jonathan jon jonny johnny; joseph joe joey jo; josephine jo josie; joshua josh; joyce joy; judith judy jude;
julia julie jules; julian jules; katarzyna kasia kate; kenneth ken kenny; kimberley kim;
laurence lawrence larry laurie lol; leonard len lenny leo; leslie les lesley; lewis louis lou lew; lilian lily lil;
louise lou; lucy lucille lulu; madeleine maddie; magdalena magda lena; malcolm mal malc;
margaret marguerite margery maggie maggy meg megan madge peggy peg greta daisy mags rita;
maria mary marie molly polly mae may mamie; marilyn lyn; marjorie marge margery; martha marty mattie patsy;
martin marty; matilda tilly mattie; matthew matt matty; maureen mo; maurice mo morris; maxwell max; maximilian max;
melanie mel; melissa mel lissa; michael mike mick micky mickey mitch; michelle shelly chelle; mildred milly millie;
miriam mim; mohammed muhammad mohamed mohammad mohamad muhammed mo; natalie nat; nathaniel nathan nat nate;
neil neal niall; nicholas nick nicky nico; nicola nicky nikki; norman norm; oliver ollie; olivia liv livvy;
pamela pam; patricia pat patsy patty trish tricia; patrick pat paddy; paulina pauline polly; penelope penny pen;
peter pete; philip phillip phil pip; philippa pip pippa; phyllis phyl; priscilla cilla prue; prudence prue;
rachel rae ray; raymond ray; rebecca becky becca bec; reginald reg reggie; richard dick rick ricky richie rich dickie;
robert bob bobby rob robbie robin bert; roberta bobbie; roderick rod roddy; rodney rod; ronald ron ronnie;
rosalind roz ros rosie; rose rosemary rosie roz; rosemary romy; samantha sam sammy; samuel sam sammy;
sarah sally sadie sara; sheila shelagh sheelagh; sidney sydney sid syd; siobhan shivaun chevonne; sophia sophie;
stanley stan; stella estelle; stephanie steph stevie; stephen steven steve stevie ste; stuart stewart stu;
susan sue susie suzy susanna suzanne sukie; sylvia sylvie; terence terry tel; teresa theresa terry tess tessa tracy;
theodore theo ted teddy; thomas tom tommy; timothy tim timmy; tobias toby; valerie val; veronica ronnie vera;
victor vic; victoria vicky vicki tori; vincent vince vinnie; violet vi; vivian vivien viv; walter wally walt wat;
wilfred wilf fred; wilhelmina mina minnie billie; william bill billy will willie liam; winifred win winnie freda;
yvonne vonnie; zachary zac zach zak; saint st
"""
"""Between two semicolons, names that may be one person’s; a name that stands twice may be meant for either."""


def said_for(name: str) -> frozenset[str]:
    """The other given names that this one may be said for or called by, in small letters without accents."""
    return _BY_NAME.get(name, frozenset())


def _by_name() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for group in _ALIKE.split(";"):
        names = group.split()
        for name in names:
            found[name] |= {other for other in names if other != name}
    return {name: frozenset(others) for name, others in found.items()}


_BY_NAME = _by_name()
