/** Common names in England and Wales, to recognise a column of names whose heading does not say so. */

export const givenNames: ReadonlySet<string> = new Set(
  `aaliyah aaron abbie abdul abdullah abigail adam adrian ahmed aiden aimee aisha alan alex alexander alexandra alfie
  ali alice alicia alisha amber amelia amina amir amy andrea andrew angela anna anne anthony archie aria arthur ashley
  austin ava barbara ben benjamin bethany billy bobby bradley brandon brian brooke caitlin callum cameron carl carol
  caroline carter catherine charles charlie charlotte chelsea chloe christian christina christine christopher claire
  clare cody connor conor corey courtney craig daisy damian daniel danielle danny darren david dawn dean deborah declan
  demi denise dominic donna dylan edward eleanor elijah elizabeth ella ellie elliot elsie emilia emily emma eric erin
  ethan eva evan eve evelyn evie ewan faith fatima finley florence francesca frankie freddie freya gareth gary gavin
  gemma george georgia georgina gethin grace graham hannah harley harriet harrison harry harvey hassan hayley heather
  heidi helen henry holly ibrahim ian imogen isaac isabel isabella isabelle isla ivy jack jackson jacob jade jake james
  jamie jane janet jasmine jason jay jayden jean jenna jennifer jeremy jessica jim joan joanna joanne joe joel john
  jonathan jordan joseph josh joshua joyce jude judith julia julie justin kai karen kate katherine kathleen katie kayden
  kayleigh keira keith kelly kenneth kevin kian kieran kim kimberley kirsty kyle kyra laila laura lauren layla leah lee
  leo leon leroy lewis lexi liam lily linda lisa logan lola louis louise luca lucas lucy luke lydia mackenzie maddison
  maisie malachi margaret maria marcus mark martha martin mary maryam mason matilda matthew max maya megan mehmet mia
  michael michelle mike mohamed mohammad mohammed molly morgan muhammad natalie nathan neil niamh nicholas nicola nicole
  noah oliver olivia omar oscar owen paige pamela patricia patrick paul pauline peter philip phoebe poppy rachel rebecca
  reece reggie rhys richard riley robert robyn ronnie roger ronan rory rosie rowan ruby ruth ryan sabrina sadie sally
  sam samantha samuel sandra sara sarah scarlett scott sean sebastian shannon sharon shaun sian sienna simon skye sofia
  sonny sophia sophie spencer stacey stanley stephanie stephen steven stuart summer susan suzanne tanya tariq taylor
  teddy teresa thea theo theodore thomas tia tiffany tilly tim timothy toby tom tommy tony tracey tracy tyler tyrone
  usman valerie vanessa victoria vincent wayne wendy william willow yasmin yusuf yvonne zac zach zachary zahra zainab
  zak zara zoe`.split(/\s+/),
)

export const familyNames: ReadonlySet<string> = new Set(
  `smith jones williams taylor davies brown evans wilson thomas roberts johnson lewis walker robinson wood thompson
  wright watson edwards hughes green hall jackson clarke patel khan harris james phillips morris turner scott cooper
  morgan bailey ward baker king moore campbell mitchell carter cook bell collins allen hussain begum singh kaur mohammed
  ahmed ali rees griffiths price shaw parker murphy kelly kennedy richardson cox marshall simpson anderson stevens young
  bennett gray webb chapman palmer mills rogers knight butler foster barnes powell lloyd owen jenkins mason ellis fox
  holmes murray graham reynolds harvey hunt stewart gibson pearson fisher ford wallace o'brien o'connor ryan mcdonald
  macdonald stone hill hart perry watts walsh dixon gordon burton armstrong adams`.split(/\s+/),
)
