// Sends one text to many people, and shows which of them it can't be sent to, and why.
package main

import (
	"bytes"
	"crypto/rand"
	"encoding/json"
	"fmt"
	"log"
	"net/http"
	"os"
	"strings"
	"time"
)

var client = &http.Client{Timeout: 60 * time.Second}

type recipient struct {
	To        string            `json:"to"`
	Variables map[string]string `json:"variables"`
}

type campaign struct {
	CampaignID string `json:"campaign_id"`
	Status     string `json:"status"`
	Credits    int    `json:"credits"`
	Rejected   []struct {
		Row    int      `json:"row"`
		Code   string   `json:"code"`
		Errors []string `json:"errors"`
	} `json:"rejected"`
}

func uuid4() string {
	b := make([]byte, 16)
	if _, err := rand.Read(b); err != nil {
		panic(err)
	}
	b[6] = b[6]&0x0f | 0x40
	b[8] = b[8]&0x3f | 0x80
	return fmt.Sprintf("%x-%x-%x-%x-%x", b[:4], b[4:6], b[6:8], b[8:10], b[10:])
}

func main() {
	log.SetFlags(0)
	body, err := json.Marshal(map[string]any{
		"name": "May sale",
		"from": "YourBrand",
		"body": "Hi {{first_name|there}}, our sale ends on Sunday.",
		"recipients": []recipient{
			{To: "48732129000", Variables: map[string]string{"first_name": "Ada"}},
			{To: "48221234567", Variables: map[string]string{"first_name": "Jan"}},
		},
	})
	if err != nil {
		log.Fatal(err)
	}
	url := "http://localhost:3000/api/campaigns"
	request, err := http.NewRequest("POST", url, bytes.NewReader(body))
	if err != nil {
		log.Fatal(err)
	}
	request.Header.Set("Authorization", "Bearer "+os.Getenv("ACTIO_TOKEN"))
	request.Header.Set("Content-Type", "application/json")
	// Store the key before you send. Then you can repeat the request without starting a second campaign.
	request.Header.Set("Idempotency-Key", uuid4())
	response, err := client.Do(request)
	if err != nil {
		log.Fatal(err)
	}
	defer response.Body.Close()
	decoder := json.NewDecoder(response.Body)
	if response.StatusCode != 201 {
		var problem struct {
			Detail string `json:"detail"`
		}
		decoder.Decode(&problem)
		log.Fatal(problem.Detail)
	}
	var created campaign
	if err := decoder.Decode(&created); err != nil {
		log.Fatal(err)
	}
	fmt.Println(created.CampaignID, created.Status, created.Credits, "credits")
	for _, rejected := range created.Rejected {
		fmt.Println(rejected.Row, rejected.Code, strings.Join(rejected.Errors, " "))
	}
}
