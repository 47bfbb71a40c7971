/** Frequent given and family names of languages that other lists hold in other scripts, in Latin letters; by hand. */
const split = (text: string): readonly string[] => text.trim().split(/\s+/);

export interface Romanised {
  readonly first: readonly string[];
  readonly last: readonly string[];
}

export const ROMANISED: Readonly<Record<string, Romanised>> = {
  arabic: {
    first: split(`
      Ahmed Ahmad Mohamed Mohammed Muhammad Mahmoud Mustafa Ali Hassan Hussein Hussain Omar Umar Khalid Khaled
      Abdullah Abdallah Abdul Ibrahim Ismail Yusuf Youssef Yousef Yasin Yassin Karim Kareem Kamal Jamal Jamil Faisal
      Fahad Fahd Salman Salim Saleem Samir Sami Tariq Tarek Rashid Rachid Hamid Hamza Bilal Anwar Nasser Nabil Munir
      Mansour Majid Marwan Walid Waleed Wael Ziad Zaid Zayd Adel Adnan Amin Amir Ayman Bashar Basim Fadi Faris Ghassan
      Hakim Hani Haytham Imad Issa Jaber Laith Lutfi Mazen Mounir Nizar Qasim Rafiq Rami Sadiq Said Saeed Sayed Shadi
      Suleiman Talal Usama Osama Uthman Yahya Zakaria Fatima Fatma Aisha Ayesha Khadija Maryam Mariam Zainab Zaynab
      Layla Leila Laila Amina Aminah Noor Nour Nura Huda Hanan Rania Reem Rima Salma Samira Sara Sumaya Yasmin
      Yasmine Amal Amira Asma Basma Dalal Dina Farah Farida Ghada Hala Hind Iman Jamila Karima Latifa Lina Lubna Maha
      Manal Mona Muna Nadia Naima Najwa Rasha Sahar Sana Shaima Siham Soraya Suad Wafa Zahra`),
    last: split(`
      Hassan Hussein Ibrahim Khan Khoury Haddad Najjar Nasser Saleh Salem Mansour Mahmoud Masri Qureshi Rahman Siddiqui
      Shaikh Sheikh Tamimi Zahrani Ghamdi Harbi Otaibi Qahtani Shammari Mutairi Dosari Sabbagh Sayegh Hamdan Hariri
      Jaber Kassem Khalil Khatib Maktoum Nahyan Obeid Rashid Sadiq Said Shahin Suleiman Taha Turki Zayed Zaki Bakr
      Fayed Ghanem Hakim Hamad Hashemi Jaziri Benali Bouazizi Bensalem Belhadj Bouteflika Cherif Djebbar Mansouri
      Slimani Ziani Trabelsi Gharbi Jebali Bakri Farouk Farooq Abbas Aziz Darwish Fahmy Gaddafi Mubarak Sisi`),
  },
  chinese: {
    first: split(`
      Wei Fang Min Jing Lei Qiang Jun Yang Yong Ping Hui Ming Hong Yan Jie Juan Tao Xin Ying Hua Lin Bo Xiaoming
      Xiaoli Xiaohong Xiaoyan Jianguo Guoqiang Zhiqiang Jianhua Haiyan Lihua Meiling Meihua Yuxuan Zihan Haoran Yifan
      Yuting Ruoxi Zixuan Tianyu Yichen Jiaqi Chenxi Mengyao Siyu Xinyi Yuhan Zhen Xiang Cheng Chao Peng Feng Gang
      Liang Ning Qing Rong Shan Ting Wen Xia Xue Yi Yu Zhi`),
    last: split(`
      Wang Li Zhang Liu Chen Yang Huang Zhao Wu Zhou Xu Sun Ma Zhu Hu Guo He Gao Lin Luo Zheng Liang Xie Song Tang Deng
      Han Feng Cao Peng Zeng Xiao Tian Dong Pan Yuan Cai Jiang Yu Du Ye Cheng Wei Su Lu Ding Ren Lv Yao Shen Zhong Cui
      Tan Fan Liao Shi Jin Jia Xia Fu Fang Zou Xiong Bai Meng Qin Qiu Hou Yin Xue Yan Lei Long Tao Gu Mao Hao Gong Shao
      Wan Qian Chan Wong Cheung Leung Lau Ng Kwok Tsang Chow Tse Yip`),
  },
  japanese: {
    first: split(`
      Haruto Yuto Sota Yuki Hayato Haruki Ryota Kenji Takeshi Hiroshi Akira Makoto Satoshi Daisuke Kazuki Kenta Shota
      Takumi Tatsuya Tomoya Yusuke Naoki Ryo Koji Masato Hideki Hideo Ichiro Jiro Kazuo Minoru Noboru Osamu Shigeru
      Shinji Susumu Tadashi Takashi Toshio Yasuo Yoshio Yutaka Sakura Yui Aoi Hina Rin Mei Miyu Yuna Misaki Haruka Ayaka
      Nanami Asuka Ayumi Chie Emi Eri Hitomi Kaori Keiko Kumiko Kyoko Mai Mariko Mayumi Megumi Michiko Midori Miho Mika
      Naoko Noriko Reiko Rie Sachiko Setsuko Tomoko Yoko Yoshiko Yukiko Yumi Yumiko Tomomi Akemi Chiyo Fumiko Hanako`),
    last: split(`
      Sato Suzuki Takahashi Tanaka Watanabe Ito Yamamoto Nakamura Kobayashi Kato Yoshida Yamada Sasaki Yamaguchi
      Matsumoto Inoue Kimura Hayashi Shimizu Yamazaki Mori Abe Ikeda Hashimoto Yamashita Ishikawa Nakajima Maeda Fujita
      Ogawa Goto Okada Hasegawa Murakami Kondo Ishii Saito Sakamoto Endo Aoki Fujii Nishimura Fukuda Ota Miura Fujiwara
      Okamoto Matsuda Nakagawa Nakano Harada Ono Tamura Takeuchi Kaneko Wada Nakayama Ishida Ueda Morita Kojima Shibata
      Sakai Kudo Yokoyama Miyazaki Miyamoto Uchida Takagi Ando Taniguchi Ohno Maruyama Imai Takada Fujimoto Murata
      Ueno Sugiyama Nishiyama Kikuchi Hirano Matsui Iwasaki Sakurai Kinoshita Noguchi Matsuo Nomura Kubo Sugawara`),
  },
  korean: {
    first: split(`
      Minjun Seojun Hajun Doyun Siwoo Jiho Yejun Junseo Junho Jihoon Sungmin Minho Jaehyun Donghyun Hyunwoo Kyungsoo
      Sangwoo Seungho Taeyang Woojin Youngho Jisoo Jiwoo Seoyeon Seoyun Minseo Hayoon Jimin Yuna Hyejin Eunji Sohyun
      Yejin Minji Soojin Sunhee Younghee Kyunghee Miyoung Eunju Hyunjung Jiyoung Dahyun Chaewon Haeun Nayeon Seulgi
      Min-jun Seo-yeon Ji-hoon Ji-woo Hyun-woo Sung-min Young-ho Min-ho Soo-jin Eun-ji`),
    last: split(`Kim Lee Park Choi Jung Jeong Kang Cho Jo Yoon Jang Lim Im Han Oh Seo Shin Kwon Hwang Ahn Song Ryu Yoo
      Hong Jeon Ko Moon Yang Son Bae Baek Heo Nam Shim Noh Ha Joo Koo Min Jin Cha Chun`),
  },
  indian: {
    first: split(`
      Aarav Arjun Aditya Rahul Rohan Rohit Raj Rajesh Ramesh Suresh Mahesh Ganesh Dinesh Mukesh Rakesh Naresh Sunil Anil
      Sanjay Vijay Ajay Amit Sumit Ankit Nikhil Vikram Vivek Varun Karan Kiran Manoj Mohan Sohan Prakash Pradeep Praveen
      Deepak Ashok Ashish Abhishek Akash Anand Arun Gaurav Harish Hemant Jitendra Kapil Lokesh Manish Naveen Nitin Pankaj
      Piyush Rajiv Rajeev Ravi Sachin Sandeep Satish Shashi Shiv Siddharth Sourav Srinivas Tarun Tushar Uday Umesh Vinay
      Vinod Vishal Yash Yogesh Priya Pooja Neha Anjali Aishwarya Ananya Anita Aparna Archana Asha Bhavna Deepa Deepika
      Divya Gayatri Geeta Indira Ishita Jaya Jyoti Kavita Kavya Lakshmi Lata Leela Madhuri Mala Manisha Meena Meera Nandini
      Nisha Padma Pallavi Parvati Preeti Radha Rani Rashmi Rekha Renu Ritu Sangeeta Sapna Saraswati Seema Shanti Shilpa
      Shreya Smita Sneha Sonia Sudha Sunita Swati Usha Uma Vandana Vidya Gurpreet Harpreet Manpreet Jaspreet`),
    last: split(`
      Sharma Verma Gupta Singh Kumar Patel Shah Mehta Desai Joshi Kulkarni Deshmukh Patil Jadhav Pawar Shinde More Rao
      Reddy Naidu Nair Menon Pillai Iyer Iyengar Krishnan Subramanian Ramachandran Venkatesan Murthy Gowda Hegde Shetty
      Bhat Kamath Pai Das Dutta Ghosh Bose Banerjee Mukherjee Chatterjee Chakraborty Sen Roy Sarkar Saha Mondal Biswas
      Mishra Pandey Tiwari Dubey Dwivedi Trivedi Chaturvedi Shukla Tripathi Srivastava Saxena Mathur Agarwal Aggarwal
      Goel Goyal Jain Bansal Mittal Garg Khanna Kapoor Malhotra Chopra Arora Bhatia Sethi Ahuja Anand Bedi Gill Sandhu
      Sidhu Grewal Dhillon Kaur Thakur Rathore Chauhan Yadav Rajput Solanki Parmar Modi Gandhi Nehru Thapar Bhatt
      Khan Ansari Siddiqui Qureshi Pathan Perera Fernando Silva Jayawardena Wickramasinghe`),
  },
  persian: {
    first:
      split(`Reza Hossein Mehdi Hamed Amir Arash Babak Behnam Behrouz Bijan Dariush Farhad Farzad Hooman Iraj Kamran
      Kaveh Kian Kourosh Majid Masoud Mehran Mohsen Navid Nima Omid Parviz Payam Pouya Ramin Saeid Shahram Siavash Sina
      Vahid Afsaneh Azadeh Bahar Elham Elnaz Farzaneh Fereshteh Golnaz Laleh Mahsa Maryam Mina Mitra Mozhgan Nahid
      Narges Nasrin Neda Niloofar Parisa Parvin Roya Sepideh Shadi Shahla Shirin Simin Sima Tara Zohreh`),
    last: split(`Ahmadi Hosseini Mohammadi Karimi Rezaei Moradi Jafari Rahimi Hashemi Mousavi Sadeghi Ebrahimi Shirazi
      Tehrani Esfahani Kermani Tabrizi Rostami Ghorbani Akbari Amini Azizi Bagheri Farahani Ghasemi Heydari Jalali Kazemi
      Khamenei Rouhani Khatami Khomeini Mahmoudi Najafi Norouzi Pahlavi Salehi Shahidi Soltani Taheri Yazdani Zare`),
  },
  turkish: {
    first:
      split(`Mehmet Mustafa Ahmet Ali Hüseyin Hasan İbrahim İsmail Osman Yusuf Murat Ömer Ramazan Halil Süleyman
      Abdullah Mahmut Recep Salih Fatih Kadir Emre Hakan Adem Kemal Yaşar Bekir Orhan Serkan Metin Cemal Selim Kenan
      Erdal Bülent Levent Tolga Umut Volkan Onur Galip Bahattin Cengiz Nurettin Sabri Şükrü Tuncay Zeki Fatma Ayşe Emine
      Hatice Zeynep Elif Meryem Şerife Zehra Sultan Hanife Merve Havva Zeliha Esra Özlem Yasemin Hülya Leyla Gülay
      Gülsüm Nurcan Sevgi Songül Tuğba Ebru Derya Filiz Pınar Sibel Özden Nazlı Bedran Rıza`),
    last: split(`Yılmaz Kaya Demir Çelik Şahin Yıldız Yıldırım Öztürk Aydın Özdemir Arslan Doğan Kılıç Aslan Çetin Kara Koç
      Kurt Özkan Şimşek Polat Korkmaz Çakır Erdoğan Aksoy Aktaş Avcı Bulut Can Çalışkan Coşkun Demirci Duman Ekinci Erdem
      Erol Gül Güler Güneş İnan Karaca Karakaya Keskin Köse Özer Sarı Sönmez Taş Tekin Toprak Turan Türk Uçar Uysal Ünal
      Yalçın Yavuz Yüksel Gencer Sarısoy Kocaman Akyüz Bayrak Derin Esmer Evcimen Yalman Çağlayan Çamca Türmen`),
  },
  african: {
    first:
      split(`Adebayo Adewale Ayodele Babatunde Chidi Chika Chinedu Chinwe Chukwuemeka Emeka Folake Ifeanyi Ikenna Kehinde
      Kelechi Ngozi Nkechi Nnamdi Obinna Olumide Oluwaseun Segun Taiwo Temitope Tunde Uche Yemi Kwame Kofi Kwabena Kwaku
      Yaw Ama Akosua Abena Efua Esi Afia Juma Baraka Hamisi Jabari Jelani Wanjiku Wambui Njeri Otieno Ochieng Achieng
      Akinyi Mwangi Kamau Kipchoge Kiprop Cheruiyot Sipho Thabo Themba Bongani Nomvula Nosipho Lerato Thandiwe Zanele
      Tendai Tatenda Farai Rudo Chipo Mamadou Moussa Ousmane Abdoulaye Amadou Aminata Fatou Mariama Seydou Haile Tesfaye
      Abebe Bekele Alemayehu Tigist`),
    last: split(`Okafor Okonkwo Okoye Nwosu Eze Obi Adeyemi Adebayo Ogunleye Ogunbanjo Balogun Bello Danjuma Abubakar Musa
      Mensah Owusu Boateng Asante Appiah Osei Acheampong Addo Amoah Kamau Mwangi Njoroge Kariuki Otieno Odhiambo Ochieng
      Kimani Wanjiru Mutua Kiplagat Kipchoge Dlamini Nkosi Ndlovu Khumalo Zulu Mthembu Mokoena Molefe Sithole Moyo Ncube
      Sibanda Chirwa Banda Phiri Mwale Diallo Traoré Keita Coulibaly Diop Ndiaye Sow Ba Fall Cissé Touré Camara Kone
      Ouattara Tesfaye Bekele Gebre Haile Abebe Desta`),
  },
};

/** Cyrillic to Latin letters, as names are mostly written in English. */
const LETTERS: Readonly<Record<string, string>> = {
  а: "a",
  б: "b",
  в: "v",
  г: "g",
  д: "d",
  е: "e",
  ё: "e",
  ж: "zh",
  з: "z",
  и: "i",
  й: "y",
  к: "k",
  л: "l",
  м: "m",
  н: "n",
  о: "o",
  п: "p",
  р: "r",
  с: "s",
  т: "t",
  у: "u",
  ф: "f",
  х: "kh",
  ц: "ts",
  ч: "ch",
  ш: "sh",
  щ: "shch",
  ъ: "",
  ы: "y",
  ь: "",
  э: "e",
  ю: "yu",
  я: "ya",
  і: "i",
  ї: "yi",
  є: "ye",
  ґ: "g",
};

export function transliterated(name: string): string {
  const small = [...name.toLowerCase()].map((letter) => LETTERS[letter] ?? letter).join("");
  return small.slice(0, 1).toUpperCase() + small.slice(1);
}
